using Npgsql;

namespace FinanceHub.Data.PostgreSql.Backups;

/// <summary>Copies a database with PostgreSQL's own tool: what it writes, <c>pg_restore</c> reads.</summary>
internal static class PgDump
{
    /// <exception cref="IOException">There is no pg_dump, the file exists, or pg_dump failed; the file is not there then.</exception>
    public static async Task RunAsync(string connectionString, string file, CancellationToken cancellation)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
            throw new IOException($"{target} exists already: name a file that does not.");

        // First of all, so that a server that is away is told as such and not in the words of a tool.
        await using (var connection = new NpgsqlConnection(PostgreSqlConnectionText.ForAdministration(connectionString)))
            await connection.OpenAsync(cancellation);

        var program = ClientProgram.Require("pg_dump");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Under another name until it is whole: half a backup must not look like one.
        var partial = target + ".partial";
        try
        {
            await ClientProgram.RunAsync(PgDumpCommand.Of(program, connectionString, partial), "there is no backup", cancellation);
            // It holds what customers own.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(partial, target);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
