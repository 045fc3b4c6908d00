using FinanceHub.Api.Market;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Valuations;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

/// <summary>A portfolio at the latest prices, and what the last day made of it.</summary>
internal sealed record PortfolioSnapshot
{
    private PortfolioSnapshot(DateOnly day, DateOnly changeDay, PortfolioLedger portfolio, string currency, IReadOnlyDictionary<string, InstrumentQuotes> quotes, IExchangeRates rates)
    {
        (Day, Ledger, Quotes, Rates) = (day, portfolio.Ledger, quotes, rates);
        var latest = quotes.Values.Select(one => one.Latest).OfType<PriceQuote>().ToDictionary(quote => quote.Symbol, StringComparer.Ordinal);
        Valuation = PortfolioValuation.Of(Ledger, currency, latest, rates, day);
        Changes = new DayChanges(this, portfolio.Activities, changeDay);
    }

    public DateOnly Day { get; }

    public Ledger Ledger { get; }

    /// <summary>Of what is held and of what was traded since the day of <see cref="Changes"/>.</summary>
    public IReadOnlyDictionary<string, InstrumentQuotes> Quotes { get; }

    public IExchangeRates Rates { get; }

    public PortfolioValuation Valuation { get; }

    public DayChanges Changes { get; }

    /// <summary>What a position is worth at the last of its prices that <paramref name="counts"/>, at the rates of today.</summary>
    public HoldingValuation ValueAt(Position position, Func<PriceQuote, bool> counts) =>
        HoldingValuation.Of(position, Quotes.GetValueOrDefault(position.Symbol)?.Closes.LastOrDefault(counts), Valuation.Currency, Rates, Day);

    public static async Task<PortfolioSnapshot> TakeAsync(
        PortfolioState portfolio, PortfolioReader reader, MarketDataStore market, TimeProvider clock, CancellationToken cancellation)
    {
        var day = portfolio.Through(clock.Today());
        var accounted = await reader.LedgerAsync(portfolio, cancellation);
        var ledger = accounted.Ledger;
        var held = ledger.Positions.Values.Where(position => position.Quantity > 0).Select(position => position.Symbol).ToList();
        var changeDay = DayChanges.LastDay((await market.QuotesAsync(held, cancellation)).Values, day);
        // What was sold on the last day has a part in what that made of the portfolio.
        var quotes = await market.QuotesAsync(held.Concat(DayChanges.Since(accounted.Activities, changeDay).Select(activity => activity.Symbol!)), cancellation);
        var currencies = ledger.Positions.Values.Select(position => position.Currency)
            .Concat(ledger.Cash.Keys)
            .Concat(quotes.Values.Select(one => one.Currency))
            .Append(portfolio.Currency);
        var rates = await market.RatesAsync(currencies, cancellation);
        return new PortfolioSnapshot(day, changeDay, accounted, portfolio.Currency, quotes, rates);
    }
}
