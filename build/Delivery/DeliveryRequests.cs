namespace FinanceHub.Delivery;

/// <summary>Find out whether a deploy could do anything at all.</summary>
public sealed record PreflightRequest
{
    /// <summary>Whether what passes or can be mended without another release is told and does not fail: a plan is wanted all the same.</summary>
    public bool ForPlan { get; init; }

    /// <summary>Public port; null for the one that the gateway has, or else the environment's.</summary>
    public int? Port { get; init; }
}

/// <summary>Put a release into service.</summary>
public sealed record DeployRequest
{
    /// <summary>A sealed release.</summary>
    public required string BundleDirectory { get; init; }

    /// <summary>Public port; null for the one that the gateway has, or else the environment's.</summary>
    public int? Port { get; init; }

    /// <summary>The hash of the plan that was approved: only exactly that is done. Null does what is right at the moment.</summary>
    public string? Approved { get; init; }

    /// <summary>all-at-once, canary or linear; null for the environment's.</summary>
    public string? Strategy { get; init; }

    /// <summary>Applies migrations too that no rollback could undo.</summary>
    public bool AcceptDataLoss { get; init; }

    /// <summary>Why; kept in the ledger.</summary>
    public string? Reason { get; init; }

    /// <summary>How long to wait for another command to end; null refuses at once.</summary>
    public TimeSpan? LockWait { get; init; }
}

/// <summary>Bring an earlier release back.</summary>
public sealed record RollbackRequest
{
    /// <summary>Version or release id; null for the last good one that is not the current one.</summary>
    public string? To { get; init; }

    /// <summary>The hash of the plan that was approved: only exactly that is done. Null does what is right at the moment.</summary>
    public string? Approved { get; init; }

    /// <summary>Goes back over migrations too whose data that loses.</summary>
    public bool AcceptDataLoss { get; init; }

    /// <summary>Holds every deploy afterwards, not only that of the release that is left.</summary>
    public bool HoldAll { get; init; }

    /// <summary>Public port; null for the one that the gateway has, or else the environment's.</summary>
    public int? Port { get; init; }

    /// <summary>Why; kept in the ledger.</summary>
    public string? Reason { get; init; }

    /// <summary>How long to wait for another command to end; null refuses at once.</summary>
    public TimeSpan? LockWait { get; init; }
}

/// <summary>Allow again what rollbacks have held.</summary>
public sealed record LiftHoldRequest
{
    /// <summary>Why; kept in the ledger. Needed.</summary>
    public string? Reason { get; init; }

    /// <summary>How long to wait for another command to end; null refuses at once.</summary>
    public TimeSpan? LockWait { get; init; }
}

/// <summary>Fence off whoever holds the environment.</summary>
public sealed record UnlockRequest
{
    /// <summary>Why; kept in the ledger. Needed.</summary>
    public string? Reason { get; init; }
}

/// <summary>Tell what happened.</summary>
public sealed record HistoryRequest
{
    /// <summary>The newest rows only; null for all.</summary>
    public int? Lines { get; init; }

    /// <summary>Say that the chain is sound, if it is; that it is not is always said.</summary>
    public bool Verify { get; init; }

    /// <summary>JSON instead of a table.</summary>
    public bool Json { get; init; }
}

/// <summary>Tell how it is delivered to.</summary>
public sealed record MetricsRequest
{
    /// <summary>Ten years.</summary>
    public const int MaximumDays = 3650;

    /// <summary>How far back, in days, 1 to <see cref="MaximumDays"/>.</summary>
    public int Days { get; init; } = 30;

    /// <summary>JSON, with a marker for each change, instead of a table.</summary>
    public bool Json { get; init; }
}

/// <summary>Rehearse a deploy and the way back from it.</summary>
public sealed record RehearseRequest
{
    /// <summary>The sealed release that is to be deployed next.</summary>
    public required string BundleDirectory { get; init; }

    /// <summary>JSON instead of a table.</summary>
    public bool Json { get; init; }
}

/// <summary>Tell what runs.</summary>
public sealed record StatusRequest
{
    /// <summary>JSON instead of a table.</summary>
    public bool Json { get; init; }
}

/// <summary>Show what services wrote.</summary>
public sealed record LogsRequest
{
    /// <summary>api, web, worker or gateway; null for all.</summary>
    public string? Service { get; init; }

    /// <summary>Lines of each service to begin with.</summary>
    public int Lines { get; init; } = 50;

    /// <summary>Goes on until cancelled.</summary>
    public bool Follow { get; init; }
}

/// <summary>Use the running release as a customer does.</summary>
public sealed record SmokeRequest
{
    /// <summary>Where, an absolute http or https address; null for this environment's gateway.</summary>
    public string? Address { get; init; }

    /// <summary>JSON instead of a table.</summary>
    public bool Json { get; init; }
}

/// <summary>Ask every service for its health.</summary>
public sealed record HealthRequest
{
    /// <summary>JSON instead of a table.</summary>
    public bool Json { get; init; }

    /// <summary>Warnings count as failures.</summary>
    public bool Strict { get; init; }
}

/// <summary>Stop everything.</summary>
public sealed record StopRequest
{
    /// <summary>Removes the state directory afterwards: data, releases, history.</summary>
    public bool Purge { get; init; }

    /// <summary>How long to wait for another command to end; null refuses at once.</summary>
    public TimeSpan? LockWait { get; init; }
}
