using System.Globalization;
using Npgsql;

namespace FinanceHub.Data.PostgreSql;

/// <summary>Connection strings of PostgreSQL.</summary>
internal static class PostgreSqlConnectionText
{
    private const string Expected = "expected \"Host=<server>;Database=<name>;Username=<role>\"";

    /// <summary>How long connecting, and how long a command may take.</summary>
    private const int TimeoutSeconds = 15;

    /// <summary>While one release replaces the other there are four processes, and a server takes 100 connections if nobody told it otherwise.</summary>
    private const int MostConnections = 20;

    public static string? FaultOf(string connectionString)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrWhiteSpace(builder.Host) ? $"{Expected}, found no Host."
                : string.IsNullOrWhiteSpace(builder.Database) ? $"{Expected}, found no Database."
                : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            // The driver's message names the keyword; what follows it may be part of a value.
            return $"{Expected}, but {fault.Message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.')}.";
        }
    }

    /// <summary>Server and database only: an allow-list, so that no way to write a secret can get into a message.</summary>
    public static string Describe(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return string.Create(CultureInfo.InvariantCulture, $"PostgreSQL database {builder.Database} on {builder.Host}:{builder.Port}");
    }

    /// <summary>As a host connects. What the connection string says itself stays.</summary>
    public static string ForHosts(string connectionString) => Normalise(connectionString).ConnectionString;

    /// <summary>As the database tool connects to the server: a session of its own, which ends with it.</summary>
    public static string ForAdministration(string connectionString) => ForAdministration(connectionString, Database(connectionString));

    /// <summary>The same for another database of the server.</summary>
    public static string ForAdministration(string connectionString, string database)
    {
        var builder = Normalise(connectionString);
        builder.Database = database;
        builder.Pooling = false;
        // The server's own timeouts limit the statements; a migration may lift them for what takes long by nature.
        builder.CommandTimeout = 0;
        // A connection that is lost must not look like one on which the server still works.
        builder.KeepAlive = TimeoutSeconds;
        return builder.ConnectionString;
    }

    public static string Database(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static NpgsqlConnectionStringBuilder Normalise(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
        SetUnlessGiven(builder, "Timeout", TimeoutSeconds);
        SetUnlessGiven(builder, "Command Timeout", TimeoutSeconds);
        SetUnlessGiven(builder, "Maximum Pool Size", MostConnections);
        SetUnlessGiven(builder, "Application Name", "FinanceHub");
        return builder;
    }

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder builder, string keyword, object value)
    {
        if (!builder.ShouldSerialize(keyword))
            builder[keyword] = value;
    }
}
