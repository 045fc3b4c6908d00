namespace FinanceHub.Delivery.Environments;

/// <summary>The strategy of an environment file as it is written.</summary>
internal sealed record StrategyFile
{
    public StrategyKind? Kind { get; init; }

    public IReadOnlyList<CanaryStepFile>? Steps { get; init; }

    public int? Increment { get; init; }

    public TimeSpan? Interval { get; init; }

    public BakeFile? Bake { get; init; }

    public DeliveryStrategy ToStrategy()
    {
        var defaults = new DeliveryStrategy();
        return new DeliveryStrategy
        {
            Kind = Kind ?? defaults.Kind,
            Steps = Steps is null ? defaults.Steps : [.. Steps.Select(step => new CanaryStep(step.Weight, step.Pause))],
            Increment = Increment ?? defaults.Increment,
            Interval = Interval ?? defaults.Interval,
            Bake = (Bake ?? new BakeFile()).ToLimits(),
        };
    }
}

/// <summary>A step of a canary as it is written.</summary>
internal sealed record CanaryStepFile
{
    public required int Weight { get; init; }

    public required TimeSpan Pause { get; init; }
}

/// <summary>The bake of an environment file as it is written.</summary>
internal sealed record BakeFile
{
    public TimeSpan? Duration { get; init; }

    public int? MinimumRequests { get; init; }

    public double? MaximumErrorRateIncrease { get; init; }

    public double? MaximumLatencyFactor { get; init; }

    public TimeSpan? MinimumLatencyIncrease { get; init; }

    public BakeLimits ToLimits()
    {
        var defaults = new BakeLimits();
        return new BakeLimits
        {
            Duration = Duration ?? defaults.Duration,
            MinimumRequests = MinimumRequests ?? defaults.MinimumRequests,
            MaximumErrorRateIncrease = MaximumErrorRateIncrease ?? defaults.MaximumErrorRateIncrease,
            MaximumLatencyFactor = MaximumLatencyFactor ?? defaults.MaximumLatencyFactor,
            MinimumLatencyIncrease = MinimumLatencyIncrease ?? defaults.MinimumLatencyIncrease,
        };
    }
}
