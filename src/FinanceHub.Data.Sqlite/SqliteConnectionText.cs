using Microsoft.Data.Sqlite;

namespace FinanceHub.Data.Sqlite;

/// <summary>Connection strings of SQLite.</summary>
internal static class SqliteConnectionText
{
    /// <summary>How long a command may take, waiting for other writers included.</summary>
    private const int TimeoutSeconds = 15;

    public static string? FaultOf(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            if (builder.DataSource.Length == 0)
                return "expected \"Data Source=<file>\", found none.";
            return builder.DataSource.Contains(":memory:", StringComparison.Ordinal) || builder.Mode == SqliteOpenMode.Memory
                ? "expected a file in \"Data Source\", found a database in memory, which the hosts could not share."
                : null;
        }
        catch (ArgumentException fault)
        {
            return $"expected \"Data Source=<file>\", but {fault.Message.TrimEnd('.')}.";
        }
    }

    public static string File(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public static string Normalise(string connectionString, SqliteOpenMode mode) => new SqliteConnectionStringBuilder(connectionString)
    {
        // A host never creates a database: an empty file would look like one whose schema is behind.
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = TimeoutSeconds,
    }.ConnectionString;
}
