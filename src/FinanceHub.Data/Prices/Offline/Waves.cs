namespace FinanceHub.Data.Prices.Offline;

/// <summary>Numbers that move as markets do and need no network: a pure function of a name and a day, the same on every machine.</summary>
/// <remarks>Whole numbers and decimal throughout: the last digits of floating point differ between processors.</remarks>
internal static class Waves
{
    /// <summary>A length in days and a height in thousandths; the short ones make the days differ, the long ones the years.</summary>
    private static readonly (int Days, int Height)[] All = [(1461, 240), (365, 140), (90, 70), (21, 35), (5, 15), (1, 6)];

    /// <summary>A number around 1.</summary>
    /// <param name="seed">Of the name.</param>
    /// <param name="day">The day.</param>
    /// <param name="percent">How far it moves: 100 for between 0.5 and 1.5.</param>
    public static decimal Factor(ulong seed, DateOnly day, int percent)
    {
        var factor = 1m;
        foreach (var (days, height) in All)
            factor += Wave(seed, day.DayNumber, days) * height * percent / 100_000m;
        return factor;
    }

    /// <summary>A name as a number.</summary>
    public static ulong Seed(string name)
    {
        var seed = 0UL;
        foreach (var letter in name)
            seed = Mix(seed ^ letter);
        return seed;
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
