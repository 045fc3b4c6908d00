namespace FinanceHub.Delivery.Rehearsal;

/// <summary>One step of a rehearsal.</summary>
public sealed record RehearsalStep
{
    /// <summary>What was done.</summary>
    public required string Name { get; init; }

    /// <summary>pass, fail, or not-evaluated for what a failure before it kept from being done.</summary>
    public required string Verdict { get; init; }

    /// <summary>How long it took, in seconds; null if it was not done.</summary>
    public double? Seconds { get; init; }

    /// <summary>What was found; null if there is nothing to say.</summary>
    public string? Remark { get; init; }
}
