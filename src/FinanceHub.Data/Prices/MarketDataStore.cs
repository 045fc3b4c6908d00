using FinanceHub.Data.Caching;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>Prices and exchange rates for valuations: of the instruments and currencies concerned only, in a few queries however many these are.</summary>
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

    /// <summary>The splits that an owner has entered and that lie between the prices, by symbol.</summary>
    public async Task<ILookup<string, Activity>> SplitsAsync(Guid owner, IEnumerable<InstrumentQuotes> quotes, CancellationToken cancellation)
    {
        var first = quotes.SelectMany(one => one.Closes.Take(1)).Where(close => close.Basis == PriceBasis.Raw).ToList();
        var splits = first.Count == 0
            ? Enumerable.Empty<Activity>()
            : (await OwnSplits.AfterAsync(database, [owner], [.. first.Select(close => close.Symbol)], first.Min(close => close.Date), cancellation)).SelectMany(one => one);
        return splits.ToLookup(split => split.Symbol!, StringComparer.Ordinal);
    }

    /// <summary>The prices since a day, and for each instrument the one that counted on that day, by symbol; what has no price is left out.</summary>
    public async Task<IReadOnlyDictionary<string, PriceSeries>> SeriesAsync(IReadOnlyCollection<string> symbols, DateOnly since, CancellationToken cancellation)
    {
        var starts = await database.Instruments
            .Where(instrument => symbols.Contains(instrument.Symbol))
            .Select(instrument => new First(
                instrument.Symbol,
                database.Prices.Where(price => price.Symbol == instrument.Symbol && price.Date <= since)
                    .OrderByDescending(price => price.Date).Select(price => price.Date).FirstOrDefault()))
            .ToListAsync(cancellation);
        return (await PricesAsync(starts, cancellation))
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
        var wanted = StoredRates.Between(currencies);
        if (wanted.Count == 0)
            return ExchangeRateTable.None;
        var key = new RatesKey(string.Join(' ', wanted));
        if (cache.Find<IExchangeRates>(key) is { } kept)
            return kept;
        var read = await StoredRates.LoadAsync(database, wanted, cancellation);
        return cache.Keep(key, read.Table, RatesLifetime, read.Count);
    }

    private async Task<IEnumerable<InstrumentQuotes>> ReadQuotesAsync(List<string> symbols, CancellationToken cancellation)
    {
        var instruments = await database.Instruments.AsNoTracking()
            .Where(instrument => symbols.Contains(instrument.Symbol))
            .Select(instrument => new
            {
                Instrument = instrument,
                // Sought in each instrument's index; to number the rows would read every price there ever was.
                First = database.Prices.Where(price => price.Symbol == instrument.Symbol)
                    .OrderByDescending(price => price.Date).Select(price => price.Date).Skip(MostCloses - 1).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var closes = (await PricesAsync([.. instruments.Select(one => new First(one.Instrument.Symbol, one.First))], cancellation))
            .ToLookup(close => close.Symbol, StringComparer.Ordinal);
        return instruments.Select(one => new InstrumentQuotes(
            one.Instrument.Symbol, one.Instrument.Name, one.Instrument.Currency, one.Instrument.AssetClass, [.. closes[one.Instrument.Symbol].TakeLast(MostCloses)]));
    }

    /// <summary>The prices of each instrument from a day of its own on, oldest first; some earlier ones may be among them.</summary>
    /// <remarks>
    /// One query for all instruments that begin in the same month, which are most. The day as a constant: as a subquery of the join,
    /// PostgreSQL without statistics asks it again for every price there is.
    /// </remarks>
    private async Task<IReadOnlyList<PriceQuote>> PricesAsync(IReadOnlyCollection<First> firsts, CancellationToken cancellation)
    {
        var prices = new List<PriceQuote>();
        foreach (var month in firsts.GroupBy(first => new DateOnly(first.Day.Year, first.Day.Month, 1)))
        {
            var symbols = month.Select(first => first.Symbol).ToList();
            var read = from price in database.Prices
                       where symbols.Contains(price.Symbol) && price.Date >= month.Key
                       join instrument in database.Instruments on price.Symbol equals instrument.Symbol
                       orderby price.Symbol, price.Date
                       select new PriceQuote(price.Symbol, price.Date, price.Close, instrument.Currency, instrument.PriceBasis);
            prices.AddRange(await read.ToListAsync(cancellation));
        }

        return prices;
    }

    private sealed record First(string Symbol, DateOnly Day);

    private sealed record QuotesKey(string Symbol);

    private sealed record RatesKey(string Currencies);
}
