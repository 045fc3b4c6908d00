using System.Reflection;
using FinanceHub.Data.PostgreSql.Backups;
using FinanceHub.Data.PostgreSql.Migrating;
using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace FinanceHub.Data.PostgreSql;

/// <summary>Administers a database of a PostgreSQL server.</summary>
/// <param name="connectionString">Its connection string.</param>
/// <param name="lockPatience">How long to try again while other sessions hold what a migration must lock; 30 s when not given.</param>
/// <param name="migrations">Where the migrations are; the provider's own when not given.</param>
internal sealed class PostgreSqlAdministration(string connectionString, TimeSpan? lockPatience = null, Assembly? migrations = null) : IDatabaseAdministration
{
    /// <summary>Between two tries everybody who queued behind the first gets their turn.</summary>
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan CreatorWait = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _lockPatience = lockPatience ?? TimeSpan.FromSeconds(30);

    public async Task<IDisposable> LockAsync(TimeSpan wait, CancellationToken cancellation) =>
        await RunnerLock.TakeAsync(connectionString, wait, cancellation);

    public async Task MigrateAsync(string? target, CancellationToken cancellation)
    {
        using var created = await CreateIfMissingAsync(cancellation);
        var started = TimeProvider.System.GetTimestamp();
        while (!await TryMigrateAsync(target, cancellation))
        {
            if (TimeProvider.System.GetElapsedTime(started) > _lockPatience)
                throw new TimeoutException(await DescribeWaitAsync(cancellation));
            await Task.Delay(RetryInterval, cancellation);
        }
    }

    public Task BackUpAsync(string file, CancellationToken cancellation) => PgDump.RunAsync(connectionString, file, cancellation);

    public Task<string?> RestoreAsync(string file, bool replace, CancellationToken cancellation) => PgRestore.RunAsync(connectionString, file, replace, cancellation);

    /// <remarks>The server checks references when they are written; what can be wrong afterwards are constraints and indexes that were left invalid.</remarks>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(PostgreSqlConnectionText.ForAdministration(connectionString));
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            SELECT 'The constraint ' || conname || ' was never validated.' FROM pg_constraint WHERE NOT convalidated
            UNION ALL SELECT 'The index ' || indexrelid::regclass || ' is not valid.' FROM pg_index WHERE NOT indisvalid
            ORDER BY 1
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var faults = new List<string>();
        while (await reader.ReadAsync(cancellation))
            faults.Add(reader.GetString(0));
        return faults;
    }

    /// <summary>The lock of the database that was created: the caller's is held where there was none yet. Null if there was one.</summary>
    private async Task<RunnerLock?> CreateIfMissingAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(PostgreSqlConnectionText.ForAdministration(connectionString));
        try
        {
            await connection.OpenAsync(cancellation);
            return null;
        }
        catch (NpgsqlException fault) when (PostgreSqlFaults.IsMissing(fault))
        {
            await MaintenanceDatabase.CreateAsync(connectionString, cancellation);
            return await RunnerLock.TakeAsync(connectionString, CreatorWait, cancellation);
        }
    }

    /// <summary>False if a lock was not to be had within <c>lock_timeout</c>; the migration under way was rolled back then.</summary>
    private async Task<bool> TryMigrateAsync(string? target, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        PostgreSqlProvider.Configure(options, PostgreSqlConnectionText.ForAdministration(connectionString), migrations, new MigrationSession(), new HistoryStaysReadable(), new NonBlockingStatements());
        await using var context = new FinanceHubDbContext(options.Options);
        try
        {
            await context.GetService<IMigrator>().MigrateAsync(target, cancellation);
            return true;
        }
        catch (PostgresException fault) when (PostgreSqlFaults.IsLocked(fault))
        {
            return false;
        }
    }

    private async Task<string> DescribeWaitAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(PostgreSqlConnectionText.ForAdministration(connectionString));
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            SELECT pid || ' (' || application_name || ', ' || state || ')' FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL ORDER BY xact_start LIMIT 1
            """,
            connection);
        var suspect = await command.ExecuteScalarAsync(cancellation) is string session ? $" The oldest open transaction is that of session {session}: end it, or wait for it." : "";
        return $"{PostgreSqlConnectionText.Describe(connectionString)}: other sessions held for {_lockPatience.TotalSeconds:0} s what the migration must lock, and it was rolled back.{suspect} Then run it again.";
    }
}
