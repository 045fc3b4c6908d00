using System.Globalization;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>The time-weighted return: what one unit of money would have become that was there all the time.</summary>
public static class TimeWeighted
{
    /// <summary>Days that make a year, as for the money-weighted return.</summary>
    public const int DaysOfYear = 365;

    /// <summary>What one day returned: (V + out) / (V before + in) − 1; 0 where there was nothing to return anything on.</summary>
    /// <param name="before">The value at the end of the day before.</param>
    /// <param name="day">The day.</param>
    /// <returns>A share, 0.01 for 1 %; unavailable if a value is, and if the day began with less than nothing.</returns>
    public static Figure DayReturn(Figure before, DailyValue day)
    {
        ArgumentNullException.ThrowIfNull(day);
        var start = before + day.Inflow;
        return start.Value switch
        {
            0 => (day.Value + day.Outflow).Map(_ => 0),
            < 0 => Figure.Unavailable(string.Create(CultureInfo.InvariantCulture, $"On {day.Date:yyyy-MM-dd} the portfolio began with less than nothing: there is no return on that.")),
            _ => ((day.Value + day.Outflow) / start) - Figure.Of(1),
        };
    }

    /// <summary>The returns of all days, chained.</summary>
    /// <param name="start">The value before the first day.</param>
    /// <param name="days">One after another.</param>
    /// <returns>A share over the whole time, not per year; unavailable as soon as one day's return is.</returns>
    public static Figure Linked(Figure start, IEnumerable<DailyValue> days) => ReturnIndex.Of(start, days).Total;

    /// <summary>A return over some days as a rate per year.</summary>
    /// <param name="total">The return over all days; −1 or more.</param>
    /// <param name="days">How many.</param>
    /// <returns>Unavailable under a year: to extrapolate a good month is to promise what nobody can keep.</returns>
    public static Figure Annualised(Figure total, int days)
    {
        if (total.Value is not { } value)
            return total;
        if (days < DaysOfYear)
            return Figure.Unavailable("A return over less than a year is not annualised.");
        return value < -1
            ? Figure.Unavailable("More than everything was lost: there is no yearly rate for that.")
            : Figure.Solved(Math.Pow((double)(1 + value), (double)DaysOfYear / days) - 1);
    }
}
