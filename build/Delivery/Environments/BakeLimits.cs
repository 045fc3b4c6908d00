using System.Globalization;

namespace FinanceHub.Delivery.Environments;

/// <summary>How long a new release is watched, and what it may do worse than the old one.</summary>
public sealed record BakeLimits
{
    /// <summary>How long it is watched after it got all the traffic; zero for not at all. Default: 10 s.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests that each of the two must have had for a verdict, 20 or more. Default: 100.</summary>
    public int MinimumRequests { get; init; } = 100;

    /// <summary>How much larger the share of failed requests may be, 0 to 1. Default: 0.01, one percentage point.</summary>
    public double MaximumErrorRateIncrease { get; init; } = 0.01;

    /// <summary>How many times longer the 95th percentile of the answer times may be, more than 1. Default: 3.</summary>
    public double MaximumLatencyFactor { get; init; } = 3;

    /// <summary>By how much it must be longer at least to count as worse: three times next to nothing is next to nothing. Default: 0.1 s.</summary>
    public TimeSpan MinimumLatencyIncrease { get; init; } = TimeSpan.FromSeconds(0.1);

    /// <summary>What counts as worse, for people.</summary>
    internal string Text => string.Create(CultureInfo.InvariantCulture,
        $"{MaximumErrorRateIncrease * 100:0.##} points more errors, or answers {MaximumLatencyFactor:0.##} times as slow and {MinimumLatencyIncrease.TotalMilliseconds:0} ms slower, of {MinimumRequests} requests or more");
}
