namespace FinanceHub.Data.Storage;

/// <summary>What changes a database as a whole. Never called by a host.</summary>
public interface IDatabaseAdministration
{
    /// <summary>Makes the caller the only one who administers this database until the result is disposed.</summary>
    /// <param name="wait">How long to wait for another runner.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="TimeoutException">Another runner held it all the time.</exception>
    Task<IDisposable> LockAsync(TimeSpan wait, CancellationToken cancellation);

    /// <summary>Brings the schema to a migration, up or down, creating the database if there is none. The caller holds the lock.</summary>
    /// <param name="target">A migration; null for the newest; "0" for an empty schema.</param>
    /// <param name="cancellation">Stops between two migrations.</param>
    Task MigrateAsync(string? target, CancellationToken cancellation);

    /// <summary>Copies a consistent state of the database, which may be in use, into a file that does not exist yet.</summary>
    Task BackUpAsync(string file, CancellationToken cancellation);
}
