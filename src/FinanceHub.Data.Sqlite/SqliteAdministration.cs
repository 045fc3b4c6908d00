using System.Globalization;
using FinanceHub.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Sqlite;

/// <summary>Administers a SQLite file.</summary>
internal sealed class SqliteAdministration(string connectionString) : IDatabaseAdministration
{
    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(50);

    private string File => SqliteConnectionText.File(connectionString);

    public async Task<IDisposable> LockAsync(TimeSpan wait, CancellationToken cancellation)
    {
        var file = File + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                // The operating system gives it back when the process ends, however it ends.
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException fault) when (fault.GetType() == typeof(IOException))
            {
                if (TimeProvider.System.GetElapsedTime(deadline) > wait)
                    throw new TimeoutException($"{file} is held by another run of the database tool; wait for it to end, then try again.", fault);
                await Task.Delay(LockInterval, cancellation);
            }
        }
    }

    public async Task MigrateAsync(string? target, CancellationToken cancellation)
    {
        await using var context = CreateContext();
        // EF's own lock is a row that outlives a killed runner, and then every later run waits for it without end. Ours is held here.
        if (System.IO.File.Exists(File))
            await context.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellation);
        await context.GetService<IMigrator>().MigrateAsync(target, cancellation);
        await context.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellation);
    }

    public async Task BackUpAsync(string file, CancellationToken cancellation)
    {
        var target = Path.GetFullPath(file);
        if (System.IO.File.Exists(target))
            throw new IOException($"{target} exists already: name a file that does not.");

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Under another name until it is whole: half a backup must not look like one.
        var partial = target + ".partial";
        System.IO.File.Delete(partial);
        await using (var from = new SqliteConnection(SqliteConnectionText.Normalise(connectionString, SqliteOpenMode.ReadWrite)))
        await using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ConnectionString))
        {
            await from.OpenAsync(cancellation);
            await to.OpenAsync(cancellation);
            from.BackupDatabase(to);
            // A copy in WAL mode would be three files.
            await ExecuteAsync(to, "PRAGMA journal_mode = DELETE", cancellation);
        }

        // It holds what customers own, as the database does.
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        System.IO.File.Move(partial, target);
    }

    public async Task<string?> RestoreAsync(string file, bool replace, CancellationToken cancellation)
    {
        var exists = System.IO.File.Exists(File);
        if (exists && !replace)
            throw new IOException($"{File} exists already: restore it with --replace, which keeps what is there beside it.");
        await using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await RequireSoundAsync(from, file, cancellation);

        var kept = exists ? string.Create(CultureInfo.InvariantCulture, $"{File}.before-restore-{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}") : null;
        if (kept is not null)
            await BackUpAsync(kept, cancellation);
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        // SQLite's own copy: one transaction, so that whoever reads meanwhile sees the one state or the other.
        await using var to = new SqliteConnection(SqliteConnectionText.Normalise(connectionString, SqliteOpenMode.ReadWriteCreate));
        await to.OpenAsync(cancellation);
        from.BackupDatabase(to);
        await ExecuteAsync(to, "PRAGMA journal_mode = WAL", cancellation);
        return kept;
    }

    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(SqliteConnectionText.Normalise(connectionString, SqliteOpenMode.ReadWrite));
        await connection.OpenAsync(cancellation);
        return await FaultsOfAsync(connection, cancellation);
    }

    private static async Task RequireSoundAsync(SqliteConnection backup, string file, CancellationToken cancellation)
    {
        try
        {
            await backup.OpenAsync(cancellation);
            if ((await FaultsOfAsync(backup, cancellation)) is [var first, ..])
                throw new IOException($"{file} is not a whole backup: {first}");
            await ExecuteAsync(backup, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """, cancellation);
        }
        catch (SqliteException fault)
        {
            throw new IOException($"{file} is not a backup of this database: {fault.Message}", fault);
        }
    }

    private static async Task<IReadOnlyList<string>> FaultsOfAsync(SqliteConnection connection, CancellationToken cancellation) =>
    [
        .. (await ReadAsync(connection, "PRAGMA integrity_check", cancellation)).Where(line => line != "ok"),
        .. (await ReadAsync(connection, "SELECT \"table\" || ' row ' || rowid || ' refers to a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check", cancellation)),
    ];

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellation))
            lines.Add(reader.GetString(0));
        return lines;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellation) => await ReadAsync(connection, sql, cancellation);

    private FinanceHubDbContext CreateContext()
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        SqliteProvider.Configure(options, connectionString, SqliteOpenMode.ReadWriteCreate);
        return new FinanceHubDbContext(options.Options);
    }
}
