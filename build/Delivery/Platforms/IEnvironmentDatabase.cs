using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Platforms;

/// <summary>The database of an environment. It is changed only with the tool of a release, which runs where the platform says.</summary>
internal interface IEnvironmentDatabase
{
    /// <summary>Whether there is one yet.</summary>
    bool Exists { get; }

    /// <summary>What a copy of it takes from the state directory's disk, in bytes; 0 if copies lie elsewhere.</summary>
    long CopyBytes { get; }

    /// <summary>Where the copies are, for people.</summary>
    string Copies { get; }

    /// <summary>Which migrations of a release it has and lacks.</summary>
    Task<MigrationState> StatusAsync(ReleaseBundle release, CancellationToken cancellation);

    /// <summary>Copies it, in use or not.</summary>
    /// <param name="release">Whose tool copies.</param>
    /// <param name="occasion">What the copy is made for; part of its name.</param>
    /// <param name="cancellation">Ends the tool; no half copy stays.</param>
    /// <returns>Where the copy is.</returns>
    Task<string> CopyAsync(ReleaseBundle release, string occasion, CancellationToken cancellation);

    /// <summary>Applies what is pending, creating the database if there is none.</summary>
    Task UpAsync(ReleaseBundle release, CancellationToken cancellation);

    /// <summary>Takes back every migration after <paramref name="migration"/>, which is "0" for all; the release must be the one that applied them.</summary>
    Task DownAsync(ReleaseBundle release, string migration, CancellationToken cancellation);

    /// <summary>Adds the demo account, once.</summary>
    /// <returns>What the tool said.</returns>
    Task<string> SeedAsync(ReleaseBundle release, CancellationToken cancellation);

    /// <summary>How many rows customers have, in the tables that the release counts and the database has; the release may be newer than the schema.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(ReleaseBundle release, CancellationToken cancellation);

    /// <summary>Checks the files, the schema, which must be the release's, and that what customers have adds up.</summary>
    /// <exception cref="DeliveryFailure">Something is not as it should be.</exception>
    Task VerifyAsync(ReleaseBundle release, CancellationToken cancellation);

    /// <summary>Keeps the newest copies only.</summary>
    void PruneCopies(int kept);
}
