using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>How a portfolio did between two days, by every method.</summary>
public sealed record Performance
{
    /// <summary>The day whose end is the beginning: its own flows are in <see cref="Start"/>.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The value at the end of <see cref="From"/>.</summary>
    public required Figure Start { get; init; }

    /// <summary>The value at the end of <see cref="To"/>.</summary>
    public required Figure End { get; init; }

    /// <summary>What came in from outside.</summary>
    public required Figure Inflows { get; init; }

    /// <summary>What went out.</summary>
    public required Figure Outflows { get; init; }

    /// <summary>What it became more without anybody bringing it: end − start − inflows + outflows.</summary>
    public Figure Gain => End - Start - Inflows + Outflows;

    /// <summary>The time-weighted return over the whole time; a share.</summary>
    public required Figure TimeWeighted { get; init; }

    /// <summary>The time-weighted return per year; unavailable under a year.</summary>
    public required Figure TimeWeightedPerYear { get; init; }

    /// <summary>The money-weighted return, per year by its nature.</summary>
    public required Figure MoneyWeighted { get; init; }

    /// <summary>The modified Dietz return over the whole time.</summary>
    public required Figure ModifiedDietz { get; init; }

    /// <summary>Gain by what was there or came in.</summary>
    public required Figure Simple { get; init; }

    /// <summary>The deepest fall of the time-weighted index.</summary>
    public required Drawdown MaxDrawdown { get; init; }

    /// <summary>The scatter of the days' returns, per year.</summary>
    public required Figure Volatility { get; init; }

    /// <summary>Computes all of it.</summary>
    /// <param name="start">The value at the end of <paramref name="from"/>.</param>
    /// <param name="from">The day before the first of <paramref name="days"/>.</param>
    /// <param name="days">Every day after it; at least one.</param>
    /// <exception cref="ArgumentException">There are no days.</exception>
    public static Performance Of(Figure start, DateOnly from, IReadOnlyList<DailyValue> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0)
            throw new ArgumentException("Expected at least one day.", nameof(days));
        var (to, end) = (days[^1].Date, days[^1].Value);
        var (inflows, outflows) = (Figure.Sum(days.Select(day => day.Inflow)), Figure.Sum(days.Select(day => day.Outflow)));
        var index = ReturnIndex.Of(start, days);
        var flows = (inflows - outflows).Value is null ? null : FlowsOf(days);
        var unknown = flows is null ? inflows - outflows : start + end;
        return new Performance
        {
            From = from,
            To = to,
            Start = start,
            End = end,
            Inflows = inflows,
            Outflows = outflows,
            TimeWeighted = index.Total,
            TimeWeightedPerYear = Returns.TimeWeighted.Annualised(index.Total, to.DayNumber - from.DayNumber),
            MoneyWeighted = unknown.Value is null ? unknown : Returns.MoneyWeighted.Xirr(
                [new(from, -start.Value!.Value), .. flows!.Select(flow => flow with { Amount = -flow.Amount }), new(to, end.Value!.Value)]),
            ModifiedDietz = unknown.Value is null ? unknown : Returns.ModifiedDietz.Of(start, end, flows!, from, to),
            Simple = unknown.Value is null ? unknown : Returns.ModifiedDietz.Simple(start, end, flows!),
            MaxDrawdown = index.MaxDrawdown,
            Volatility = index.Volatility,
        };
    }

    // Apart, not netted: what came in and went out on one day was invested all the same.
    private static List<CashFlow> FlowsOf(IEnumerable<DailyValue> days)
    {
        var flows = new List<CashFlow>();
        foreach (var day in days)
        {
            if (day.Inflow.Value is > 0 and var inflow)
                flows.Add(new CashFlow(day.Date, inflow));
            if (day.Outflow.Value is > 0 and var outflow)
                flows.Add(new CashFlow(day.Date, -outflow));
        }

        return flows;
    }
}
