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

    /// <summary>Puts a backup in the place of the database: whole or not at all. The caller holds the lock.</summary>
    /// <param name="file">What <see cref="BackUpAsync"/> wrote.</param>
    /// <param name="replace">Whether there may be a database already; what it holds is kept beside it then.</param>
    /// <param name="cancellation">Gives up; the database is as it was then.</param>
    /// <returns>Where what was there is kept; null if nothing was.</returns>
    /// <exception cref="IOException">The file is not a whole backup, or there is a database and it may not be replaced; nothing was changed.</exception>
    Task<string?> RestoreAsync(string file, bool replace, CancellationToken cancellation);

    /// <summary>What the database system itself finds wrong with its files and references, one sentence each; none if it is sound.</summary>
    Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation);
}
