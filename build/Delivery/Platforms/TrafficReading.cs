namespace FinanceHub.Delivery.Platforms;

/// <summary>What was counted at the door up to one moment; the counts only grow, so that a window is the difference of two readings.</summary>
/// <param name="LatencyBounds">Upper ends of the latency classes in milliseconds, ascending.</param>
/// <param name="Releases">By release; one that got no request is missing.</param>
internal sealed record TrafficReading(IReadOnlyList<double> LatencyBounds, IReadOnlyDictionary<string, ReleaseFigures> Releases)
{
    /// <summary>The figures of a release since an earlier reading.</summary>
    /// <returns>Null if the two cannot be compared: whoever counts was started anew in between.</returns>
    public ReleaseFigures? Since(TrafficReading earlier, string releaseId)
    {
        var empty = new ReleaseFigures(0, 0, new LatencyHistogram(LatencyBounds, new long[LatencyBounds.Count + 1]));
        var (from, to) = (earlier.Releases.GetValueOrDefault(releaseId, empty), Releases.GetValueOrDefault(releaseId, empty));
        if (to.Requests < from.Requests || !LatencyBounds.SequenceEqual(earlier.LatencyBounds))
        {
            return null;
        }

        var counts = to.Latency.Counts.Zip(from.Latency.Counts, (after, before) => after - before).ToArray();
        return new ReleaseFigures(to.Requests - from.Requests, to.Errors - from.Errors, new LatencyHistogram(LatencyBounds, counts));
    }
}
