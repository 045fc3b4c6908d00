using Npgsql;

namespace FinanceHub.Data.PostgreSql.Migrating;

/// <summary>Makes one run of the database tool the only one: an advisory lock, which the server gives back when the session ends, however it ends.</summary>
internal sealed class RunnerLock : IDisposable
{
    /// <summary>"Finance" in ASCII: distinct from what other programs lock in the same database.</summary>
    private const long Key = 0x46_69_6E_61_6E_63_65;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly NpgsqlConnection _session;

    private RunnerLock(NpgsqlConnection session) => _session = session;

    /// <exception cref="TimeoutException">Another runner held it all the time.</exception>
    public static async Task<RunnerLock> TakeAsync(string connectionString, TimeSpan wait, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var session = await OpenAsync(connectionString, cancellation);
            try
            {
                await WaitAsync(session, connectionString, started, wait, cancellation);
                if (IsInDatabase(session, connectionString) || !await MaintenanceDatabase.HasAsync(session, connectionString, cancellation))
                    return new RunnerLock(session);
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }

            // Whoever held it created the database meanwhile: from now on the lock is in there.
            await session.DisposeAsync();
        }
    }

    public void Dispose() => _session.Dispose();

    /// <summary>A session in the database; in the server's maintenance database as long as there is none, so that two runners do not create it at once.</summary>
    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var session = new NpgsqlConnection(PostgreSqlConnectionText.ForAdministration(connectionString));
        try
        {
            await session.OpenAsync(cancellation);
            return session;
        }
        catch (NpgsqlException fault)
        {
            await session.DisposeAsync();
            if (!PostgreSqlFaults.IsMissing(fault))
                throw;
        }

        return await MaintenanceDatabase.OpenAsync(connectionString, cancellation);
    }

    private static bool IsInDatabase(NpgsqlConnection session, string connectionString) => session.Database == PostgreSqlConnectionText.Database(connectionString);

    private static async Task WaitAsync(NpgsqlConnection session, string connectionString, long started, TimeSpan wait, CancellationToken cancellation)
    {
        var key = IsInDatabase(session, connectionString) ? Key : await HashAsync(session, PostgreSqlConnectionText.Database(connectionString), cancellation);
        while (!await TryAsync(session, key, cancellation))
        {
            if (TimeProvider.System.GetElapsedTime(started) > wait)
                throw new TimeoutException(await DescribeHolderAsync(session, connectionString, key, cancellation));
            await Task.Delay(Interval, cancellation);
        }
    }

    private static async Task<long> HashAsync(NpgsqlConnection session, string database, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT hashtextextended(@database, @key)", session);
        command.Parameters.AddWithValue("@database", database);
        command.Parameters.AddWithValue("@key", Key);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<bool> TryAsync(NpgsqlConnection session, long key, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(@key)", session);
        command.Parameters.AddWithValue("@key", key);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<string> DescribeHolderAsync(NpgsqlConnection session, string connectionString, long key, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT pid FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 1
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (classid::bigint << 32 | objid::bigint) = @key
            """,
            session);
        command.Parameters.AddWithValue("@key", key);
        var holder = await command.ExecuteScalarAsync(cancellation) is int pid ? $", session {pid} of the server" : "";
        return $"{PostgreSqlConnectionText.Describe(connectionString)} is held by another run of the database tool{holder}; wait for it to end, then try again.";
    }
}
