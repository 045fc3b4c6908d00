using System.Globalization;

namespace FinanceHub.Delivery.Bakes;

/// <summary>The verdict of a bake with the figures that it rests on.</summary>
public sealed record BakeResult
{
    /// <summary>What was found.</summary>
    public required BakeVerdict Verdict { get; init; }

    /// <summary>Why, one sentence with figures; null for a pass.</summary>
    public string? Reason { get; init; }

    /// <summary>How the release got the traffic: all-at-once, canary or linear; null where nothing was shifted.</summary>
    public string? Strategy { get; init; }

    /// <summary>Of the new release.</summary>
    public BakeFigures? New { get; init; }

    /// <summary>Of the one before.</summary>
    public BakeFigures? Old { get; init; }

    /// <summary>Nothing could be judged.</summary>
    public static BakeResult NotEvaluated(string reason) => new() { Verdict = BakeVerdict.NotEvaluated, Reason = reason };

    /// <summary>For people.</summary>
    public override string ToString() => Verdict switch
    {
        BakeVerdict.Pass => $"pass: {New} against {Old}",
        BakeVerdict.Breach => $"breach: {Reason}",
        _ => $"not evaluated: {Reason}",
    };
}

/// <summary>How the requests of a release went in a window.</summary>
/// <param name="Requests">All of them.</param>
/// <param name="Errors">Those that failed.</param>
/// <param name="P50Milliseconds">Half of them took no longer.</param>
/// <param name="P95Milliseconds">Nineteen of twenty took no longer.</param>
public sealed record BakeFigures(long Requests, long Errors, double P50Milliseconds, double P95Milliseconds)
{
    /// <summary>For people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Requests} requests, {(Requests == 0 ? 0 : 100.0 * Errors / Requests):0.0} % errors, p50 {P50Milliseconds:0} ms, p95 {P95Milliseconds:0} ms");
}
