using System.Diagnostics;
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

        var program = PgDumpProgram.Find() ?? throw new IOException(PgDumpProgram.HowToInstall);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Under another name until it is whole: half a backup must not look like one.
        var partial = target + ".partial";
        try
        {
            await RunAsync(PgDumpCommand.Of(program, connectionString, partial), cancellation);
            File.Move(partial, target);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task RunAsync(ProcessStartInfo command, CancellationToken cancellation)
    {
        using var process = Process.Start(command)!;
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        if (process.ExitCode != 0)
            throw new IOException($"{command.FileName} failed with exit code {process.ExitCode}, and there is no backup: {(await error).Trim()}");
    }
}
