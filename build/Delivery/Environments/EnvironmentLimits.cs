namespace FinanceHub.Delivery.Environments;

/// <summary>Times and amounts that a deploy keeps to. In files, times are written as hh:mm:ss.</summary>
public sealed record EnvironmentLimits
{
    /// <summary>How long the hosts of a new release may take until all are ready. Default: 30 s.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long requests in flight on the old release are waited for after the switch. Default: 20 s.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a host may take to stop before it is killed. Default: 30 s.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the whole smoke suite may take. Default: 20 s.</summary>
    public TimeSpan SmokeTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a migration may take. Default: 5 min.</summary>
    public TimeSpan MigrationTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many releases stay on disk, the running one included, 2 to 100. Default: 5.</summary>
    public int ReleasesKept { get; init; } = 5;

    /// <summary>How many backups of the database stay on disk, 1 to 100. Default: 5.</summary>
    public int BackupsKept { get; init; } = 5;

    /// <summary>Free space that must remain after a release was copied, in mebibytes. Default: 64.</summary>
    public int FreeDiskMebibytes { get; init; } = 64;
}
