namespace FinanceHub.Web.Charts;

/// <summary>An axis of values that begins, ends and ticks at round numbers.</summary>
internal sealed record ValueScale(decimal Low, decimal High, IReadOnlyList<decimal> Ticks)
{
    private const int Steps = 4;

    private static readonly decimal[] RoundSteps = [1, 2, 2.5m, 5, 10];

    /// <summary>Covers all values, and 0 if it is wanted.</summary>
    public static ValueScale Of(IEnumerable<decimal> values, bool withZero)
    {
        decimal[] all = withZero ? [.. values, 0] : [.. values];
        var (low, high) = all.Length == 0 ? (0, 1) : (all.Min(), all.Max());
        if (low == high)
            (low, high) = low == 0 ? (0, 1) : (low - Math.Abs(low) / 10, high + Math.Abs(high) / 10);
        var step = RoundStep((high - low) / Steps);
        var first = Math.Floor(low / step);
        var last = Math.Ceiling(high / step);
        List<decimal> ticks = [];
        for (var tick = first; tick <= last; tick++)
            ticks.Add(tick * step);
        return new ValueScale(ticks[0], ticks[^1], ticks);
    }

    /// <summary>0 at the bottom, 1 at the top.</summary>
    public double Share(decimal value) => (double)((value - Low) / (High - Low));

    private static decimal RoundStep(decimal least)
    {
        var power = 1m;
        while (power > least)
            power /= 10;
        while (power * 10 <= least)
            power *= 10;
        return power * RoundSteps.First(step => power * step >= least);
    }
}
