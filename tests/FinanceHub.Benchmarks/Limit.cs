using System.Globalization;

namespace FinanceHub.Benchmarks;

/// <summary>What a measurement must stay under; a limit that is not kept ends the benchmark with a failure.</summary>
/// <param name="Time">The limit.</param>
/// <param name="Share">The share of the samples that must keep it, 0 to 1; 1 for all.</param>
internal sealed record Limit(TimeSpan Time, double Share = 1)
{
    public static Limit Slowest(TimeSpan time) => new(time);

    public static Limit P95(TimeSpan time) => new(time, 0.95);

    /// <param name="sorted">The samples in ascending order; at least one.</param>
    public bool IsKept(IReadOnlyList<TimeSpan> sorted) => sorted[(int)Math.Ceiling(sorted.Count * Share) - 1] < Time;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Share < 1 ? "p95" : "slowest")} < {Table.Text(Time)}");
}
