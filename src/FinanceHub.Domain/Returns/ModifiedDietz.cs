using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>Returns from two values and the flows between them, where there is no value for every day.</summary>
public static class ModifiedDietz
{
    /// <summary>(V1 − V0 − Σ C) / (V0 + Σ w·C) with w = (D − d) / D: a flow counts for the days that it was there.</summary>
    /// <param name="start">V0, at the end of <paramref name="from"/>.</param>
    /// <param name="end">V1, at the end of <paramref name="to"/>.</param>
    /// <param name="flows">What came in (above 0) and went out (below 0) after <paramref name="from"/>, up to <paramref name="to"/>.</param>
    /// <param name="from">The day of the first value.</param>
    /// <param name="to">The day of the last value.</param>
    /// <returns>A share over the whole time; unavailable if on average there was no capital.</returns>
    public static Figure Of(Figure start, Figure end, IReadOnlyCollection<CashFlow> flows, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var days = to.DayNumber - from.DayNumber;
        if (days <= 0)
            return Figure.Unavailable("A return needs at least one day.");
        var (sum, weighted) = (0m, 0m);
        foreach (var flow in flows)
        {
            sum += flow.Amount;
            weighted += flow.Amount * (to.DayNumber - flow.Date.DayNumber);
        }

        var capital = start + Figure.Of(weighted / days);
        return capital.Value <= 0
            ? Figure.Unavailable("On average there was no capital: there is no return on that.")
            : (end - start - Figure.Of(sum)) / capital;
    }

    /// <summary>What was gained of all that was there or came in: (V1 − V0 − Σ C) / (V0 + inflows), whenever it came.</summary>
    /// <inheritdoc cref="Of"/>
    public static Figure Simple(Figure start, Figure end, IReadOnlyCollection<CashFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var invested = start + Figure.Of(flows.Sum(flow => Math.Max(0, flow.Amount)));
        return invested.Value <= 0
            ? Figure.Unavailable("Nothing was invested: there is no return on that.")
            : (end - start - Figure.Of(flows.Sum(flow => flow.Amount))) / invested;
    }
}
