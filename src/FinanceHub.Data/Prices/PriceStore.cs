using FinanceHub.Domain.Instruments;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>Instruments and their prices.</summary>
public sealed class PriceStore(FinanceHubDbContext database)
{
    /// <summary>The latest price of each of the instruments that has one, by symbol.</summary>
    public async Task<IReadOnlyDictionary<string, PriceQuote>> LatestAsync(IReadOnlyCollection<string> symbols, CancellationToken cancellation)
    {
        if (symbols.Count == 0)
            return new Dictionary<string, PriceQuote>();

        var latest = database.Prices.Where(price => symbols.Contains(price.Symbol))
            .GroupBy(price => price.Symbol)
            .Select(group => new { Symbol = group.Key, Date = group.Max(price => price.Date) });
        var quotes = from newest in latest
                     join price in database.Prices on new { newest.Symbol, newest.Date } equals new { price.Symbol, price.Date }
                     join instrument in database.Instruments on price.Symbol equals instrument.Symbol
                     select new PriceQuote(price.Symbol, price.Date, price.Close, instrument.Currency, instrument.PriceBasis);
        return await quotes.ToDictionaryAsync(quote => quote.Symbol, StringComparer.Ordinal, cancellation);
    }

    /// <summary>The day of the latest price of each instrument, by symbol.</summary>
    public Task<Dictionary<string, DateOnly>> LatestDaysAsync(CancellationToken cancellation) => database.Prices
        .GroupBy(price => price.Symbol)
        .Select(group => new { Symbol = group.Key, Date = group.Max(price => price.Date) })
        .ToDictionaryAsync(newest => newest.Symbol, newest => newest.Date, StringComparer.Ordinal, cancellation);

    /// <summary>Stores what is not there yet and leaves what is: several writers at once store each price once.</summary>
    /// <returns>How many prices were new.</returns>
    public async Task<int> AddAsync(IReadOnlyCollection<InstrumentEntity> instruments, IReadOnlyCollection<PriceEntity> prices, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentNullException.ThrowIfNull(prices);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        // Always in the same order: two writers that meet in opposite orders would wait for each other.
        foreach (var instrument in instruments.OrderBy(instrument => instrument.Symbol, StringComparer.Ordinal))
        {
            await database.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Instruments" ("Symbol", "Name", "Currency", "PriceBasis") VALUES ({instrument.Symbol}, {instrument.Name}, {instrument.Currency}, {(int)instrument.PriceBasis}) ON CONFLICT DO NOTHING""",
                cancellation);
        }

        var added = 0;
        foreach (var price in prices.OrderBy(price => price.Symbol, StringComparer.Ordinal).ThenBy(price => price.Date))
        {
            added += await database.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Prices" ("Symbol", "Date", "Close") VALUES ({price.Symbol}, {price.Date}, {price.Close}) ON CONFLICT DO NOTHING""",
                cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return added;
    }
}
