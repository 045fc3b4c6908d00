using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Tests.Bakes;

/// <summary>Requests as a release would answer them, drawn at random.</summary>
internal static class Sample
{
    private static readonly double[] Bounds = [.. Enumerable.Range(0, 50).Select(index => Math.Pow(1.25, index))];

    /// <param name="random">Where chance comes from.</param>
    /// <param name="requests">How many.</param>
    /// <param name="errorRate">The share that fails, 0 to 1.</param>
    /// <param name="median">Milliseconds; the times are spread around it as those of real services are: most near, few far above.</param>
    public static ReleaseFigures Draw(Random random, int requests, double errorRate = 0, double median = 20)
    {
        var counts = new long[Bounds.Length + 1];
        var errors = 0;
        for (var request = 0; request < requests; request++)
        {
            errors += random.NextDouble() < errorRate ? 1 : 0;
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var milliseconds = median * Math.Exp(0.6 * normal);
            var index = Array.FindIndex(Bounds, bound => milliseconds <= bound);
            counts[index < 0 ? Bounds.Length : index]++;
        }

        return new ReleaseFigures(requests, errors, new LatencyHistogram(Bounds, counts));
    }
}
