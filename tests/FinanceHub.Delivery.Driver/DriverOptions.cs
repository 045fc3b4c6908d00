using FinanceHub.Delivery.Deployments;

namespace FinanceHub.Delivery.Driver;

/// <summary>What a deployer in a process of its own does, and what happens to it; its only argument, as JSON.</summary>
public sealed record DriverOptions
{
    /// <summary>deploy or rollback.</summary>
    public required string Verb { get; init; }

    /// <summary>The state directory.</summary>
    public required string State { get; init; }

    /// <summary>The environment's port.</summary>
    public required int Port { get; init; }

    /// <summary>The sealed release to deploy.</summary>
    public string? Bundle { get; init; }

    /// <summary>How the release gets the traffic; null for all at once.</summary>
    public string? Strategy { get; init; }

    /// <summary>How long it is watched with all of the traffic.</summary>
    public int BakeMilliseconds { get; init; }

    /// <summary>The step, a <see cref="DeployStep"/>, at whose beginning the process sends itself <see cref="Signal"/>; null for never.</summary>
    public string? Step { get; init; }

    /// <summary>Which time, from 1: a canary has some steps more than once.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>KILL, INT or STOP.</summary>
    public string Signal { get; init; } = "KILL";

    /// <summary>Between two signs of life; null for the usual time.</summary>
    public int? HeartbeatMilliseconds { get; init; }
}
