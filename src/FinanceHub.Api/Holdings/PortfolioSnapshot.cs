using FinanceHub.Api.Market;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Valuations;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

/// <summary>A portfolio at the latest prices, and at those before.</summary>
internal sealed record PortfolioSnapshot
{
    private readonly Dictionary<string, HoldingValuation> _before;

    private PortfolioSnapshot(DateOnly day, Ledger ledger, string currency, IReadOnlyDictionary<string, InstrumentQuotes> quotes, IExchangeRates rates)
    {
        (Day, Ledger, Quotes, Rates) = (day, ledger, quotes, rates);
        Valuation = PortfolioValuation.Of(ledger, currency, Pick(quotes, one => one.Latest), rates, day);
        // At the rates of today: what changed is the price alone.
        Before = PortfolioValuation.Of(ledger, currency, Pick(quotes, one => one.Previous), rates, day);
        _before = Before.Holdings.ToDictionary(holding => holding.Position.Symbol, StringComparer.Ordinal);
    }

    public DateOnly Day { get; }

    public Ledger Ledger { get; }

    public IReadOnlyDictionary<string, InstrumentQuotes> Quotes { get; }

    public IExchangeRates Rates { get; }

    public PortfolioValuation Valuation { get; }

    public PortfolioValuation Before { get; }

    public HoldingValuation BeforeOf(string symbol) => _before[symbol];

    /// <summary>In the portfolio's currency; unavailable if there is no price before.</summary>
    public Figure DayChange(HoldingValuation holding) => holding.ReportingValue - BeforeOf(holding.Position.Symbol).ReportingValue;

    public static async Task<PortfolioSnapshot> TakeAsync(
        PortfolioState portfolio, PortfolioReader reader, MarketDataStore market, TimeProvider clock, CancellationToken cancellation)
    {
        var ledger = (await reader.LedgerAsync(portfolio, cancellation)).Ledger;
        var quotes = await market.QuotesAsync(ledger.Positions.Values.Where(position => position.Quantity > 0).Select(position => position.Symbol), cancellation);
        var currencies = ledger.Positions.Values.Select(position => position.Currency)
            .Concat(ledger.Cash.Keys)
            .Concat(quotes.Values.Select(one => one.Currency))
            .Append(portfolio.Currency);
        var rates = await market.RatesAsync(currencies, cancellation);
        return new PortfolioSnapshot(clock.Today(), ledger, portfolio.Currency, quotes, rates);
    }

    private static Dictionary<string, PriceQuote> Pick(IReadOnlyDictionary<string, InstrumentQuotes> quotes, Func<InstrumentQuotes, PriceQuote?> which) =>
        quotes.Values.Select(which).OfType<PriceQuote>().ToDictionary(quote => quote.Symbol, StringComparer.Ordinal);
}
