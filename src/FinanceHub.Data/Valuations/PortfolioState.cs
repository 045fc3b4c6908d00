using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Returns;

namespace FinanceHub.Data.Valuations;

/// <summary>What a portfolio is now. There is one only of a portfolio that belongs to whoever asked.</summary>
public sealed record PortfolioState
{
    internal PortfolioState()
    {
    }

    /// <summary>The portfolio.</summary>
    public required Guid Id { get; init; }

    /// <summary>ISO 4217 code of the totals.</summary>
    public required string Currency { get; init; }

    /// <summary>Which units a sale takes.</summary>
    public required CostMethod CostMethod { get; init; }

    /// <summary>Grows with every change.</summary>
    public required long Revision { get; init; }

    /// <summary>The last day that is valued; null before the first valuation.</summary>
    public required DateOnly? ValuedThrough { get; init; }

    /// <summary>The first day whose stored value is wrong; null if all are right.</summary>
    public required DateOnly? StaleFrom { get; init; }

    /// <summary>The day of the latest activity; null if there is none.</summary>
    public required DateOnly? LastActivity { get; init; }

    /// <summary>The day through which everything is told of it: today, or a later one on which something was entered where that day has begun already.</summary>
    /// <param name="today">Today in UTC, which prices are dated in.</param>
    public DateOnly Through(DateOnly today) => LastActivity > today ? LastActivity.Value : today;
}

/// <summary>The activities of a portfolio, accounted for in its currency.</summary>
/// <param name="Activities">By date and sequence.</param>
/// <param name="Ledger">At their end.</param>
/// <param name="Rates">Those of all currencies of the activities.</param>
public sealed record PortfolioLedger(IReadOnlyList<Activity> Activities, Ledger Ledger, IExchangeRates Rates);

/// <summary>The past of a portfolio.</summary>
/// <param name="Activities">By date and sequence.</param>
/// <param name="Market">Prices and rates since the first activity.</param>
/// <param name="History">Day by day.</param>
public sealed record PortfolioPast(IReadOnlyList<Activity> Activities, MarketData Market, PortfolioHistory History);
