using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>The money-weighted return: the yearly rate at which all cash flows together are worth nothing.</summary>
public static class MoneyWeighted
{
    private const double DaysOfYear = 365;

    /// <summary>The r above −1 with Σ amount·(1+r)^(−days/365) = 0, days counted from the first flow.</summary>
    /// <param name="flows">In any order; those of one day count as their sum.</param>
    /// <returns>
    /// A rate per year, 0.05 for 5 %; the value of a solver with about 15 digits. Unavailable if the flows are all on one day or
    /// of one sign, and if no rate or more than one solves the equation: then none of them is the return.
    /// </returns>
    /// <remarks>The same as the XIRR function of spreadsheets, which however returns the root that is nearest to its guess.</remarks>
    public static Figure Xirr(IEnumerable<CashFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var days = new SortedDictionary<DateOnly, decimal>();
        foreach (var flow in flows)
            days[flow.Date] = days.GetValueOrDefault(flow.Date) + flow.Amount;
        if (days.Count == 0)
            return Figure.Unavailable("There are no cash flows.");
        if (days.Count == 1)
            return Figure.Unavailable("All cash flows are on the same day.");

        var netted = days.Where(day => day.Value != 0).ToList();
        if (!netted.Exists(day => day.Value > 0) || !netted.Exists(day => day.Value < 0))
            return Figure.Unavailable("Money only went in or only came out: a rate needs both.");

        var first = netted[0].Key.DayNumber;
        var equation = new RateEquation(
            [.. netted.Select(day => (double)day.Value)],
            [.. netted.Select(day => (day.Key.DayNumber - first) / DaysOfYear)]);
        return Rate(equation.Solve());
    }

    private static Figure Rate(RateEquation.Solution solution) => solution switch
    {
        { Roots: null } => Figure.Unavailable("The cash flows change direction so often that no single rate can be made out."),
        { Roots: 0 } => Figure.Unavailable("No rate makes the cash flows worth nothing."),
        // e^u - 1, written so that a rate near 0 keeps its digits.
        { Roots: 1, LogRate: var log } => Figure.Solved(2 * Math.Exp(log / 2) * Math.Sinh(log / 2)),
        _ => Figure.Unavailable("More than one rate makes the cash flows worth nothing."),
    };
}
