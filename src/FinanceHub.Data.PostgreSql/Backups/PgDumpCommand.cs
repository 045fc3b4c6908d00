using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace FinanceHub.Data.PostgreSql.Backups;

/// <summary>How <c>pg_dump</c> is started; pure.</summary>
internal static class PgDumpCommand
{
    /// <summary>The command that writes the whole database to a file.</summary>
    /// <remarks>The server and the password are in the environment: every user of the machine can read an argument.</remarks>
    public static ProcessStartInfo Of(string program, string connectionString, string file)
    {
        return Of(program, ["--format=custom", "--no-password", "--lock-wait-timeout=10s", "--file", file], connectionString);
    }

    /// <summary>A client program that finds the server in its environment.</summary>
    internal static ProcessStartInfo Of(string program, IEnumerable<string> arguments, string connectionString)
    {
        var command = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        foreach (var (name, value) in Environment(new NpgsqlConnectionStringBuilder(connectionString)))
        {
            if (!string.IsNullOrEmpty(value))
                command.Environment[name] = value;
        }

        return command;
    }

    private static IEnumerable<(string Name, string? Value)> Environment(NpgsqlConnectionStringBuilder connection) =>
    [
        ("PGHOST", connection.Host),
        ("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGDATABASE", connection.Database),
        ("PGUSER", connection.Username),
        ("PGPASSWORD", connection.Password),
        ("PGPASSFILE", connection.Passfile),
        ("PGSSLMODE", SslMode(connection.SslMode)),
        ("PGSSLROOTCERT", connection.RootCertificate),
        ("PGSSLCERT", connection.SslCertificate),
        ("PGSSLKEY", connection.SslKey),
        ("PGCONNECT_TIMEOUT", "15"),
        ("PGAPPNAME", "FinanceHub backup"),
    ];

    private static string SslMode(SslMode mode) => mode switch
    {
        Npgsql.SslMode.VerifyCA => "verify-ca",
        Npgsql.SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
