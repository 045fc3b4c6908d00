using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>
/// What one unit of money would have earned, whatever was paid in and out: the returns of the days, chained.
/// A day's return is (V + outflow) / (V of the day before + inflow) − 1; 0 where there was nothing to earn with.
/// </summary>
public static class TimeWeightedReturn
{
    private const int DaysOfYear = 365;

    /// <summary>The growth of one unit of money since the first day: 1 there, one figure a day.</summary>
    /// <param name="series">By date.</param>
    public static IReadOnlyList<decimal> Index(IReadOnlyList<DailyValue> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var index = new decimal[series.Count];
        for (var day = 0; day < series.Count; day++)
            index[day] = day == 0 ? 1 : index[day - 1] * (1 + DayReturn(series[day - 1], series[day]));
        return index;
    }

    /// <summary>The return from the end of the first day to the end of the last, as a fraction: 0.05 is 5 %.</summary>
    /// <param name="series">By date.</param>
    /// <returns>Unavailable for fewer than two days, and where the growth is beyond what a number can hold.</returns>
    public static Figure Of(IReadOnlyList<DailyValue> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count < 2)
            return Figure.Unavailable("A return needs the values of two days.");
        try
        {
            return Figure.Of(Index(series)[^1] - 1);
        }
        catch (OverflowException)
        {
            return Figure.Unavailable("The growth is too large to be a number.");
        }
    }

    /// <summary>The return of a year that would give the same in the same time.</summary>
    /// <param name="total">The return over <paramref name="days"/>, as a fraction.</param>
    /// <param name="days">Length of the period.</param>
    /// <returns>Unavailable under a year: a good month is no good year (GIPS 2020, 2.A.12).</returns>
    public static Figure Annualise(decimal total, int days)
    {
        if (days < DaysOfYear)
            return Figure.Unavailable("A period of under a year is not annualised.");
        return total <= -1
            ? Figure.Of(-1)
            : Figure.Of((decimal)(Math.Pow((double)(1 + total), (double)DaysOfYear / days) - 1));
    }

    private static decimal DayReturn(DailyValue before, DailyValue day)
    {
        var invested = before.Value + day.Inflow;
        return invested == 0 ? 0 : ((day.Value + day.Outflow) / invested) - 1;
    }
}
