namespace FinanceHub.Delivery.Metrics;

/// <summary>A moment at which what customers use changed: to be drawn over the graphs of a monitoring system.</summary>
public sealed record DeploymentMarker
{
    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>deploy, rollback, or failed-deploy for one whose traffic was put back.</summary>
    public required string Kind { get; init; }

    /// <summary>What serves from then on; of a failed deploy what was tried.</summary>
    public required string Release { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>Its commit.</summary>
    public string? Commit { get; init; }

    /// <summary>Who.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, as the actor put it.</summary>
    public string? Reason { get; init; }
}
