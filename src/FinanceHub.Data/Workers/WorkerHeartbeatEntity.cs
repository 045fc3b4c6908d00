namespace FinanceHub.Data.Workers;

/// <summary>The sign of life of one worker process.</summary>
public sealed class WorkerHeartbeatEntity
{
    /// <summary>Unique for each process that ever ran.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The release it runs.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>How often it beat.</summary>
    public long Beats { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime LastBeatAt { get; set; }
}
