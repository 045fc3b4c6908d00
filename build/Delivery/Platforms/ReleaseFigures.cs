namespace FinanceHub.Delivery.Platforms;

/// <summary>How the requests of one release went.</summary>
/// <param name="Requests">All that it answered or failed to.</param>
/// <param name="Errors">Those that it answered with 5xx or not at all.</param>
/// <param name="Latency">How long they took.</param>
internal sealed record ReleaseFigures(long Requests, long Errors, LatencyHistogram Latency)
{
    /// <summary>The share of <see cref="Errors"/>, 0 to 1; 0 without requests.</summary>
    public double ErrorRate => Requests == 0 ? 0 : (double)Errors / Requests;
}
