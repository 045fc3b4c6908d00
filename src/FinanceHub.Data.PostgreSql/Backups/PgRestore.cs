using System.Globalization;
using FinanceHub.Data.PostgreSql.Migrating;
using Npgsql;

namespace FinanceHub.Data.PostgreSql.Backups;

/// <summary>
/// Puts a backup in the place of a database. It is read into a new database first, which then takes the name: a backup that is not
/// whole changes nothing, and what was there stays under another name.
/// </summary>
internal static class PgRestore
{
    /// <returns>The name under which the database that was there is kept; null if there was none.</returns>
    /// <exception cref="IOException">There is no pg_restore or no such file, the backup is not whole, or there is a database that may not be replaced.</exception>
    public static async Task<string?> RunAsync(string connectionString, string file, bool replace, CancellationToken cancellation)
    {
        var source = Path.GetFullPath(file);
        if (!File.Exists(source))
            throw new IOException($"{source} does not exist: name the file of a backup.");
        var program = ClientProgram.Require("pg_restore");
        await using var session = await MaintenanceDatabase.OpenAsync(connectionString, cancellation);
        var database = PostgreSqlConnectionText.Database(connectionString);
        var exists = await MaintenanceDatabase.HasAsync(session, connectionString, cancellation);
        if (exists && !replace)
            throw new IOException($"{PostgreSqlConnectionText.Describe(connectionString)} exists already: restore it with --replace, which keeps what is there under another name.");

        var stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        var part = $"{database}_restoring_{stamp}";
        var partConnection = PostgreSqlConnectionText.ForAdministration(connectionString, part);
        await MaintenanceDatabase.CreateAsync(partConnection, cancellation);
        try
        {
            string[] arguments = ["--no-password", "--exit-on-error", "--no-owner", "--single-transaction", "--dbname", part, source];
            await ClientProgram.RunAsync(PgDumpCommand.Of(program, arguments, partConnection), "nothing was changed", cancellation);
            // From here on it is done in a moment; half-way nobody would find the database.
            return await SwapAsync(session, database, part, exists ? $"{database}_before_restore_{stamp}" : null);
        }
        catch
        {
            await ExecuteAsync(session, $"DROP DATABASE IF EXISTS {Quoted(part)}");
            throw;
        }
    }

    private static async Task<string?> SwapAsync(NpgsqlConnection session, string database, string part, string? kept)
    {
        if (kept is not null)
            await MoveAsideAsync(session, database, kept);
        try
        {
            await ExecuteAsync(session, $"ALTER DATABASE {Quoted(part)} RENAME TO {Quoted(database)}");
        }
        catch when (kept is not null)
        {
            await ExecuteAsync(session, $"ALTER DATABASE {Quoted(kept)} RENAME TO {Quoted(database)}");
            throw;
        }

        return kept;
    }

    /// <summary>
    /// A database in use cannot be renamed: its sessions are ended, that of the runner's own lock among them, and none may begin meanwhile.
    /// The hosts connect again by themselves.
    /// </summary>
    private static async Task MoveAsideAsync(NpgsqlConnection session, string database, string kept)
    {
        await ExecuteAsync(session, $"ALTER DATABASE {Quoted(database)} WITH ALLOW_CONNECTIONS false");
        try
        {
            await using var end = new NpgsqlCommand("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = @database AND pid <> pg_backend_pid()", session);
            end.Parameters.AddWithValue("@database", database);
            await end.ExecuteNonQueryAsync(CancellationToken.None);
            await ExecuteAsync(session, $"ALTER DATABASE {Quoted(database)} RENAME TO {Quoted(kept)}");
        }
        catch
        {
            await ExecuteAsync(session, $"ALTER DATABASE {Quoted(database)} WITH ALLOW_CONNECTIONS true");
            throw;
        }

        await ExecuteAsync(session, $"ALTER DATABASE {Quoted(kept)} WITH ALLOW_CONNECTIONS true");
    }

    private static string Quoted(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql)
    {
#pragma warning disable CA2100 // A name cannot be a parameter here; it is quoted.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
