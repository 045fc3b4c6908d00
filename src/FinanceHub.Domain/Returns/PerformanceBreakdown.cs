using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>
/// What made the value of a portfolio change between two days: start + transfers + capital gains + earnings − fees − taxes + currency
/// gains = end. Each part is added up on its own; none is the remainder of the others.
/// </summary>
public sealed record PerformanceBreakdown
{
    /// <summary>The value at the end of the first day.</summary>
    public required Figure Start { get; init; }

    /// <summary>What came in from outside less what went out; units at their price of the day.</summary>
    public required Figure Transfers { get; init; }

    /// <summary>The effect of prices, realised and not, after the fees of the trades. What was there at the start counts as bought then.</summary>
    public required Figure CapitalGains { get; init; }

    /// <summary>Dividends before tax.</summary>
    public required Figure Dividends { get; init; }

    /// <summary>Interest before tax.</summary>
    public required Figure Interest { get; init; }

    /// <summary>Charges that belong to no trade.</summary>
    public required Figure Fees { get; init; }

    /// <summary>Taxes withheld and paid.</summary>
    public required Figure Taxes { get; init; }

    /// <summary>The effect of exchange rates, on securities and on cash.</summary>
    public required Figure CurrencyGains { get; init; }

    /// <summary>The value at the end of the last day.</summary>
    public required Figure End { get; init; }

    /// <summary>Dividends and interest before tax.</summary>
    public Figure Earnings => Dividends + Interest;

    /// <summary>Breaks down the time between two days.</summary>
    /// <param name="activities">In any order; each without a fault by <see cref="ActivityRules"/>.</param>
    /// <param name="market">Prices and rates of all the time.</param>
    /// <param name="currency">The currency of the figures.</param>
    /// <param name="from">The day whose end is the beginning.</param>
    /// <param name="to">The last day; not before <paramref name="from"/>.</param>
    /// <param name="fault">The first activity that cannot stand; null if all can.</param>
    /// <returns>The breakdown; null if there is a fault.</returns>
    public static PerformanceBreakdown? Of(
        IEnumerable<Activity> activities, MarketData market, string currency, DateOnly from, DateOnly to, out LedgerFault? fault)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var sorted = Ledger.InOrder(activities);
        var ledger = new Ledger(new ReplayOptions { Currency = currency, Rates = market.Rates, Through = to, TransfersAt = market }, sorted);
        fault = null;
        Figure? start = null;
        foreach (var activity in sorted.TakeWhile(activity => activity.Date <= to))
        {
            if (activity.Date > from)
                start ??= ledger.Restate(market, from);
            fault = ledger.Apply(activity);
            if (fault is not null)
                return null;
        }

        return Of(ledger, market, start ?? ledger.Restate(market, from), currency, to);
    }

    private static PerformanceBreakdown Of(Ledger ledger, MarketData market, Figure start, string currency, DateOnly to)
    {
        var quotes = ledger.Positions.Values.Where(position => position.Quantity > 0)
            .Select(position => market.Prices.GetValueOrDefault(position.Symbol)?.At(to))
            .OfType<PriceQuote>()
            .ToDictionary(quote => quote.Symbol, StringComparer.Ordinal);
        var end = PortfolioValuation.Of(ledger, currency, quotes, market.Rates, to);
        // What has no value at one end, or on the day of a transfer, has no part in the change that could be told.
        var known = start.Map(_ => 0) + end.NetWorth.Map(_ => 0) + (ledger.UnvaluedTransfer is { } reason ? Figure.Unavailable(reason) : Figure.Of(0));
        return new PerformanceBreakdown
        {
            Start = start,
            Transfers = known + ledger.Totals.Contributions + Figure.Sum(ledger.Positions.Values.Select(position => position.TransferredReporting)),
            CapitalGains = known + end.RealisedEffects.Price + end.UnrealisedEffects.Price,
            Dividends = known + ledger.Totals.DividendsGross,
            Interest = known + ledger.Totals.InterestGross,
            Fees = known + ledger.Totals.Fees,
            Taxes = known + ledger.Totals.Taxes,
            CurrencyGains = known + end.RealisedEffects.Currency + end.UnrealisedEffects.Currency + end.CashCurrencyGain,
            End = end.NetWorth,
        };
    }
}
