namespace FinanceHub.Delivery.Platforms;

/// <summary>How long requests took, by classes.</summary>
/// <param name="Bounds">Upper ends of the classes in milliseconds, ascending.</param>
/// <param name="Counts">Requests in each class; one more than there are bounds, the last without an end.</param>
internal sealed record LatencyHistogram(IReadOnlyList<double> Bounds, IReadOnlyList<long> Counts)
{
    /// <summary>All requests.</summary>
    public long Total => Counts.Sum();

    /// <summary>The time in milliseconds within which a share of the requests was answered, interpolated within its class.</summary>
    /// <param name="share">More than 0, at most 1.</param>
    /// <returns>0 without requests; the last bound for what is beyond it.</returns>
    public double Quantile(double share)
    {
        var (rank, before) = (share * Total, 0L);
        for (var index = 0; index < Bounds.Count; index++)
        {
            if (Counts[index] > 0 && before + Counts[index] >= rank)
            {
                var lower = index == 0 ? 0 : Bounds[index - 1];
                return lower + ((Bounds[index] - lower) * (rank - before) / Counts[index]);
            }

            before += Counts[index];
        }

        return Total == 0 ? 0 : Bounds[^1];
    }

    /// <summary>Requests that certainly took longer.</summary>
    public long SlowerThan(double milliseconds) => Counts.Where((_, index) => index > 0 && Bounds[index - 1] >= milliseconds).Sum();
}
