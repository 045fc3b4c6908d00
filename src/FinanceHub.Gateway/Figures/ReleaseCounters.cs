namespace FinanceHub.Gateway.Figures;

/// <summary>How the requests of one release went, since the gateway started: only ever growing, so that a window is the difference of two readings.</summary>
internal sealed class ReleaseCounters
{
    private const double LowestMilliseconds = 1;
    private const double HighestMilliseconds = 60_000;
    private const double Growth = 1.25;

    private readonly long[] _latency = new long[Bounds.Count + 1];
    private long _requests;
    private long _errors;

    /// <summary>Upper ends of the latency classes in milliseconds, each a quarter above the one before; one more class is open.</summary>
    internal static IReadOnlyList<double> Bounds { get; } = [.. CreateBounds()];

    /// <summary>Counts a request.</summary>
    /// <param name="elapsed">Until its answer was complete; <see langword="null"/> if that says nothing about the release, as of an upgraded connection.</param>
    /// <param name="failed">Whether the release answered 5xx, or not at all.</param>
    internal void Count(TimeSpan? elapsed, bool failed)
    {
        Interlocked.Increment(ref _requests);
        if (failed)
            Interlocked.Increment(ref _errors);
        if (elapsed is { } time)
            Interlocked.Increment(ref _latency[ClassOf(time.TotalMilliseconds)]);
    }

    internal ReleaseReport Report() => new(Interlocked.Read(ref _requests), Interlocked.Read(ref _errors), [.. _latency.Select((_, index) => Interlocked.Read(ref _latency[index]))]);

    private static int ClassOf(double milliseconds)
    {
        var index = 0;
        while (index < Bounds.Count && milliseconds > Bounds[index])
            index++;
        return index;
    }

    private static IEnumerable<double> CreateBounds()
    {
        for (var bound = LowestMilliseconds; bound < HighestMilliseconds; bound *= Growth)
            yield return Math.Round(bound, 3);
    }
}
