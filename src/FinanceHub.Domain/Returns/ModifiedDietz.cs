using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>
/// A money-weighted return without a solver: the gain over the average capital, each flow weighted by the share of the period
/// that it was there, (V1 − V0 − ΣC) / (V0 + Σ w·C) with w = (D − d) / D.
/// </summary>
public static class ModifiedDietz
{
    /// <summary>The return of the period as a fraction, not annualised.</summary>
    /// <param name="start">The day at whose end the period begins.</param>
    /// <param name="startValue">The value then.</param>
    /// <param name="end">The last day.</param>
    /// <param name="endValue">The value at its end.</param>
    /// <param name="flows">What crossed the border after <paramref name="start"/> and up to <paramref name="end"/>, in any order; the rest is not looked at.</param>
    /// <returns>Unavailable for an empty period, and where the average capital is 0 or less.</returns>
    public static Figure Of(DateOnly start, decimal startValue, DateOnly end, decimal endValue, IEnumerable<CashFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var days = end.DayNumber - start.DayNumber;
        if (days <= 0)
            return Figure.Unavailable("A return needs a period of at least a day.");

        var (net, weighted) = (0m, 0m);
        foreach (var flow in flows.Where(flow => flow.Date > start && flow.Date <= end))
        {
            net += flow.Amount;
            weighted += flow.Amount * (end.DayNumber - flow.Date.DayNumber) / days;
        }

        var capital = startValue + weighted;
        return capital <= 0
            ? Figure.Unavailable("The average capital of the period is not above 0.")
            : Figure.Of((endValue - startValue - net) / capital);
    }
}
