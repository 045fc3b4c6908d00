using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Performance;

/// <summary>How a portfolio did.</summary>
internal sealed record PerformanceResponse
{
    public required string Currency { get; init; }

    /// <summary>The day whose end is the beginning.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required Figure Start { get; init; }

    public required Figure End { get; init; }

    public required Figure Inflows { get; init; }

    public required Figure Outflows { get; init; }

    public required Figure Gain { get; init; }

    public required Figure TimeWeighted { get; init; }

    public required Figure TimeWeightedPerYear { get; init; }

    public required Figure MoneyWeighted { get; init; }

    public required Figure ModifiedDietz { get; init; }

    public required Figure Simple { get; init; }

    public required Figure Volatility { get; init; }

    public required DrawdownResponse MaxDrawdown { get; init; }

    public required BreakdownResponse Breakdown { get; init; }

    public static PerformanceResponse Of(string currency, Domain.Returns.Performance performance, PerformanceBreakdown breakdown) => new()
    {
        Currency = currency,
        From = performance.From,
        To = performance.To,
        Start = performance.Start,
        End = performance.End,
        Inflows = performance.Inflows,
        Outflows = performance.Outflows,
        Gain = performance.Gain,
        TimeWeighted = performance.TimeWeighted,
        TimeWeightedPerYear = performance.TimeWeightedPerYear,
        MoneyWeighted = performance.MoneyWeighted,
        ModifiedDietz = performance.ModifiedDietz,
        Simple = performance.Simple,
        Volatility = performance.Volatility,
        MaxDrawdown = new DrawdownResponse(performance.MaxDrawdown.Depth, performance.MaxDrawdown.Peak, performance.MaxDrawdown.Trough),
        Breakdown = new BreakdownResponse(
            breakdown.Start, breakdown.Transfers, breakdown.CapitalGains, breakdown.Dividends, breakdown.Interest, breakdown.Fees, breakdown.Taxes, breakdown.CurrencyGains, breakdown.End),
    };

    /// <summary>Of a time in which there was no portfolio.</summary>
    public static PerformanceResponse None(string currency, DateOnly from, DateOnly to)
    {
        var none = Figure.Unavailable("The portfolio has no activity on or before the last day.");
        return new PerformanceResponse
        {
            Currency = currency,
            From = from,
            To = to,
            Start = none,
            End = none,
            Inflows = none,
            Outflows = none,
            Gain = none,
            TimeWeighted = none,
            TimeWeightedPerYear = none,
            MoneyWeighted = none,
            ModifiedDietz = none,
            Simple = none,
            Volatility = none,
            MaxDrawdown = new DrawdownResponse(none, null, null),
            Breakdown = new BreakdownResponse(none, none, none, none, none, none, none, none, none),
        };
    }
}

internal sealed record DrawdownResponse(Figure Depth, DateOnly? Peak, DateOnly? Trough);

internal sealed record BreakdownResponse(
    Figure Start, Figure Transfers, Figure CapitalGains, Figure Dividends, Figure Interest, Figure Fees, Figure Taxes, Figure CurrencyGains, Figure End);
