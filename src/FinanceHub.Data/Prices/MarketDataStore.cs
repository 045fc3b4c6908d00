using FinanceHub.Data.Caching;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>Prices and exchange rates for valuations: of the instruments and currencies concerned only, in one or two queries however many these are.</summary>
public sealed class MarketDataStore(FinanceHubDbContext database, ReadCache cache)
{
    /// <summary>The most closing prices of an instrument that <see cref="QuotesAsync"/> knows.</summary>
    public const int MostCloses = 90;

    // Prices come once a day; a new one is seen this much later.
    private static readonly TimeSpan QuotesLifetime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RatesLifetime = TimeSpan.FromSeconds(15);

    /// <summary>The instruments with their latest prices, by symbol; what is no instrument is left out.</summary>
    public async Task<IReadOnlyDictionary<string, InstrumentQuotes>> QuotesAsync(IEnumerable<string> symbols, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        var quotes = new Dictionary<string, InstrumentQuotes>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var symbol in symbols.Distinct(StringComparer.Ordinal))
        {
            if (cache.Find<InstrumentQuotes>(new QuotesKey(symbol)) is { } kept)
                quotes.Add(symbol, kept);
            else
                unknown.Add(symbol);
        }

        if (unknown.Count == 0)
            return quotes;
        foreach (var read in await ReadQuotesAsync(unknown, cancellation))
            quotes.Add(read.Symbol, cache.Keep(new QuotesKey(read.Symbol), read, QuotesLifetime, read.Closes.Count));
        return quotes;
    }

    /// <summary>The prices since a day, and for each instrument the one that counted on that day, by symbol; what has no price is left out.</summary>
    public async Task<IReadOnlyDictionary<string, PriceSeries>> SeriesAsync(IReadOnlyCollection<string> symbols, DateOnly since, CancellationToken cancellation)
    {
        var rows = from instrument in database.Instruments
                   where symbols.Contains(instrument.Symbol)
                   from price in database.Prices
                   where price.Symbol == instrument.Symbol && price.Date >= database.Prices
                       .Where(earlier => earlier.Symbol == instrument.Symbol && earlier.Date <= since)
                       .OrderByDescending(earlier => earlier.Date).Select(earlier => earlier.Date).FirstOrDefault()
                   orderby price.Symbol, price.Date
                   select new PriceQuote(price.Symbol, price.Date, price.Close, instrument.Currency, instrument.PriceBasis);
        return (await rows.AsNoTracking().ToListAsync(cancellation))
            .GroupBy(quote => (quote.Symbol, quote.Currency, quote.Basis))
            .ToDictionary(
                group => group.Key.Symbol,
                group => new PriceSeries(group.Key.Symbol, group.Key.Currency, group.Key.Basis, group.Select(quote => KeyValuePair.Create(quote.Date, quote.Price))),
                StringComparer.Ordinal);
    }

    /// <summary>The exchange rates of some currencies, of all days.</summary>
    /// <param name="currencies">Currencies or minor units.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IExchangeRates> RatesAsync(IEnumerable<string> currencies, CancellationToken cancellation)
    {
        var wanted = currencies.Select(code => MinorUnit.Find(code)?.Major ?? code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        // Between a currency and itself nothing is looked up.
        if (wanted.Count < 2)
            return ExchangeRateTable.None;
        var key = new RatesKey(string.Join(' ', wanted));
        if (cache.Find<IExchangeRates>(key) is { } kept)
            return kept;
        var rates = await database.ExchangeRates.AsNoTracking().Where(rate => wanted.Contains(rate.Currency)).ToListAsync(cancellation);
        return cache.Keep<IExchangeRates>(
            key,
            new ExchangeRateTable(ExchangeRateEntity.Pivot, rates.GroupBy(rate => rate.Currency, StringComparer.Ordinal)
                .Select(group => KeyValuePair.Create(group.Key, group.Select(rate => KeyValuePair.Create(rate.Date, rate.PerEuro))))),
            RatesLifetime,
            rates.Count);
    }

    private async Task<IEnumerable<InstrumentQuotes>> ReadQuotesAsync(List<string> symbols, CancellationToken cancellation)
    {
        var instruments = await database.Instruments.AsNoTracking().Where(instrument => symbols.Contains(instrument.Symbol)).ToListAsync(cancellation);
        // The first day wanted is sought in each instrument's index; to number the rows would read every price there ever was.
        var closes = from instrument in database.Instruments
                     where symbols.Contains(instrument.Symbol)
                     from price in database.Prices
                     where price.Symbol == instrument.Symbol && price.Date >= database.Prices
                         .Where(one => one.Symbol == instrument.Symbol)
                         .OrderByDescending(one => one.Date).Select(one => one.Date).Skip(MostCloses - 1).FirstOrDefault()
                     orderby price.Symbol, price.Date
                     select new PriceQuote(price.Symbol, price.Date, price.Close, instrument.Currency, instrument.PriceBasis);
        var bySymbol = (await closes.AsNoTracking().ToListAsync(cancellation)).ToLookup(close => close.Symbol, StringComparer.Ordinal);
        return instruments.Select(instrument =>
            new InstrumentQuotes(instrument.Symbol, instrument.Name, instrument.Currency, instrument.AssetClass, [.. bySymbol[instrument.Symbol]]));
    }

    private sealed record QuotesKey(string Symbol);

    private sealed record RatesKey(string Currencies);
}
