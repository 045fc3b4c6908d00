using FinanceHub.Domain.Instruments;

namespace FinanceHub.Worker.Prices;

/// <summary>Prices that need no network: a pure function of symbol and day, the same on every machine.</summary>
/// <remarks>Whole numbers and decimal throughout: the last digits of floating point differ between processors.</remarks>
internal sealed class OfflinePriceProvider : IPriceProvider
{
    /// <summary>Waves of a length in days and a height in thousandths; the short ones make the days differ, the long ones the years.</summary>
    private static readonly (int Days, int Height)[] Waves = [(1461, 240), (365, 140), (90, 70), (21, 35), (5, 15), (1, 6)];

    public PriceBasis Basis => PriceBasis.Raw;

    public Task<IReadOnlyList<ListedInstrument>> ListAsync(CancellationToken cancellation) => Task.FromResult(OfflineCatalogue.Instruments);

    public Task<IReadOnlyList<ClosingPrice>> GetAsync(string symbol, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var prices = new List<ClosingPrice>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                prices.Add(new ClosingPrice(day, PriceOf(symbol, day)));
        }

        return Task.FromResult<IReadOnlyList<ClosingPrice>>(prices);
    }

    /// <summary>The price on a day, rounded to two decimals; always above 0.</summary>
    public static decimal PriceOf(string symbol, DateOnly day)
    {
        var seed = Seed(symbol);
        var start = 20 + (seed % 180);
        var factor = 1m;
        foreach (var (days, height) in Waves)
            factor += Wave(seed, day.DayNumber, days) * height / 1000m;
        return decimal.Round(start * factor, 2);
    }

    /// <summary>A number from -1 to 1 that changes evenly from one multiple of <paramref name="days"/> to the next.</summary>
    private static decimal Wave(ulong seed, int day, int days)
    {
        var (interval, within) = Math.DivRem(day, days);
        var here = Noise(seed, days, interval);
        var next = Noise(seed, days, interval + 1);
        return here + ((next - here) * within / days);
    }

    private static decimal Noise(ulong seed, int days, int interval) =>
        ((decimal)(Mix(seed ^ ((ulong)days << 32) ^ (ulong)interval) % 20_001) - 10_000) / 10_000;

    private static ulong Seed(string symbol)
    {
        var seed = 0UL;
        foreach (var letter in symbol)
            seed = Mix(seed ^ letter);
        return seed;
    }

    /// <summary>Spreads every bit over all others (the finalizer of SplitMix64).</summary>
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
