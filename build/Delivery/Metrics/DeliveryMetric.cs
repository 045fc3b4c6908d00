namespace FinanceHub.Delivery.Metrics;

/// <summary>One figure about how an environment is delivered to.</summary>
public sealed record DeliveryMetric
{
    /// <summary>Its name in the field.</summary>
    public required string Name { get; init; }

    /// <summary>In <see cref="Unit"/>; null if it could not be evaluated.</summary>
    public double? Value { get; init; }

    /// <summary>seconds, per day, or percent.</summary>
    public required string Unit { get; init; }

    /// <summary>What it was taken from: commits, deployments, or failures.</summary>
    public required int Samples { get; init; }

    /// <summary>Why there is no value; null if there is one.</summary>
    public string? NotEvaluated { get; init; }
}
