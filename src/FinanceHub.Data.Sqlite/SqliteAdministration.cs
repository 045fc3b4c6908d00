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
            await using var single = to.CreateCommand();
            // A copy in WAL mode would be three files.
            single.CommandText = "PRAGMA journal_mode = DELETE";
            await single.ExecuteNonQueryAsync(cancellation);
        }

        System.IO.File.Move(partial, target);
    }

    private FinanceHubDbContext CreateContext()
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        SqliteProvider.Configure(options, connectionString, SqliteOpenMode.ReadWriteCreate);
        return new FinanceHubDbContext(options.Options);
    }
}
