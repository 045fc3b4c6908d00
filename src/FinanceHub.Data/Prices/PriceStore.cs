using FinanceHub.Data.Storage;
using FinanceHub.Data.Valuations;
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

    /// <summary>The prices of an instrument in a range of days, both ends included, by day.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, decimal>> ClosesAsync(string symbol, DateOnly from, DateOnly to, CancellationToken cancellation) => await database.Prices
        .Where(price => price.Symbol == symbol && price.Date >= from && price.Date <= to)
        .Select(price => new { price.Date, price.Close })
        .ToDictionaryAsync(price => price.Date, price => price.Close, cancellation);

    /// <summary>The first day that has a price of an instrument; null if none has.</summary>
    public Task<DateOnly?> FirstDayAsync(string symbol, CancellationToken cancellation) =>
        database.Prices.Where(price => price.Symbol == symbol).MinAsync(price => (DateOnly?)price.Date, cancellation);

    /// <summary>The instruments by symbol.</summary>
    public Task<Dictionary<string, InstrumentEntity>> InstrumentsAsync(CancellationToken cancellation) =>
        database.Instruments.AsNoTracking().ToDictionaryAsync(instrument => instrument.Symbol, StringComparer.Ordinal, cancellation);

    /// <summary>The day of the first activity with each instrument, by symbol.</summary>
    public Task<Dictionary<string, DateOnly>> FirstActivitiesAsync(CancellationToken cancellation) => database.Activities
        .Where(activity => activity.Symbol != null)
        .GroupBy(activity => activity.Symbol!)
        .Select(group => new { Symbol = group.Key, Date = group.Min(activity => activity.Date) })
        .ToDictionaryAsync(first => first.Symbol, first => first.Date, StringComparer.Ordinal, cancellation);

    /// <summary>Stores what is not there yet, and prices in place of others: a close may have been published before the day was over. Values that were computed without them are marked as wrong.</summary>
    /// <returns>How many prices were new or others than before; of several writers at once each is counted by one.</returns>
    public async Task<int> AddAsync(IReadOnlyCollection<InstrumentEntity> instruments, IReadOnlyCollection<PriceEntity> prices, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentNullException.ThrowIfNull(prices);
        await using var own = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancellation) : null;
        // Always in the same order: two writers that meet in opposite orders would wait for each other.
        foreach (var instrument in instruments.OrderBy(instrument => instrument.Symbol, StringComparer.Ordinal))
        {
            // What an earlier release stored has no class.
            await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Instruments" ("Symbol", "Name", "Currency", "PriceBasis", "AssetClass")
                VALUES ({instrument.Symbol}, {instrument.Name}, {instrument.Currency}, {(int)instrument.PriceBasis}, {(int)instrument.AssetClass})
                ON CONFLICT ("Symbol") DO UPDATE SET "AssetClass" = excluded."AssetClass" WHERE "Instruments"."AssetClass" = {(int)AssetClass.Other} AND excluded."AssetClass" <> {(int)AssetClass.Other}
                """,
                cancellation);
        }

        var sorted = prices.OrderBy(price => price.Symbol, StringComparer.Ordinal).ThenBy(price => price.Date);
        var added = await RowBatches.WriteAsync<NewPrice>(
            database,
            """INSERT INTO "Prices" ("Symbol", "Date", "Close")""",
            sorted.Select(price => new object[] { price.Symbol, price.Date, price.Close }),
            """("Symbol", "Date") DO UPDATE SET "Close" = excluded."Close" WHERE "Prices"."Close" <> excluded."Close" """,
            "\"Symbol\", \"Date\"",
            cancellation);
        var first = added.GroupBy(price => price.Symbol).Select(group => KeyValuePair.Create(group.Key, group.Min(price => price.Date)));
        await StaleValues.MarkAsync(database, first, cancellation);
        if (own is not null)
            await own.CommitAsync(cancellation);
        return added.Count;
    }

    /// <summary>Stores a series in place of all that is stored of an instrument: other prices, new ones, and those that it leaves out are gone. Values that were computed with the old ones are marked as wrong.</summary>
    /// <returns>How many prices were new or others than before.</returns>
    public async Task<int> ReplaceAsync(string symbol, IReadOnlyCollection<PriceEntity> series, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(series);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var changed = await AddAsync([], series, cancellation);
        var left = await database.Prices.Where(price => price.Symbol == symbol).Select(price => price.Date).ToListAsync(cancellation);
        var gone = left.Except(series.Select(price => price.Date)).ToList();
        foreach (var some in gone.Chunk(RowBatches.MostRows))
            await database.Prices.Where(price => price.Symbol == symbol && some.Contains(price.Date)).ExecuteDeleteAsync(cancellation);
        if (gone.Count > 0)
            await StaleValues.MarkAsync(database, [KeyValuePair.Create(symbol, gone.Min())], cancellation);
        await transaction.CommitAsync(cancellation);
        return changed;
    }

    private sealed record NewPrice(string Symbol, DateOnly Date);
}
