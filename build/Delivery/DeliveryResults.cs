namespace FinanceHub.Delivery;

/// <summary>What a deploy did.</summary>
public enum DeployOutcome
{
    /// <summary>The release was started and serves.</summary>
    Deployed,

    /// <summary>It served already; nothing was changed.</summary>
    AlreadyServing,
}

/// <summary>A deploy that succeeded.</summary>
public sealed record DeployResult
{
    /// <summary>The release that serves now.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>The release that served before; null for the first.</summary>
    public string? PreviousReleaseId { get; init; }

    /// <summary>Where it serves.</summary>
    public required Uri Address { get; init; }

    /// <summary>What was done.</summary>
    public required DeployOutcome Outcome { get; init; }

    /// <summary>From the call to the ledger row.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>From asking the gateway for the new routes to its answer that they are in use.</summary>
    public required TimeSpan SwitchDuration { get; init; }
}

/// <summary>A rollback that succeeded.</summary>
public sealed record RollbackResult
{
    /// <summary>The release that serves again.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>The release that was left and is bad from now on; null if nothing served.</summary>
    public string? LeftReleaseId { get; init; }

    /// <summary>Where it serves.</summary>
    public required Uri Address { get; init; }

    /// <summary>From the call to the release's being verified through the public address.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>From asking the gateway for the new routes to its answer that they are in use.</summary>
    public required TimeSpan SwitchDuration { get; init; }
}
