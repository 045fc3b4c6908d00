using FinanceHub.Data.Storage;
using FinanceHub.Data.Valuations;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>What the euro was worth.</summary>
public sealed class ExchangeRateStore(FinanceHubDbContext database)
{
    /// <summary>The rates of a currency in a range of days, both ends included, by day.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, decimal>> RatesAsync(string currency, DateOnly from, DateOnly to, CancellationToken cancellation) => await database.ExchangeRates
        .Where(rate => rate.Currency == currency && rate.Date >= from && rate.Date <= to)
        .Select(rate => new { rate.Date, rate.PerEuro })
        .ToDictionaryAsync(rate => rate.Date, rate => rate.PerEuro, cancellation);

    /// <summary>The day of the very first activity; null if there is none.</summary>
    public Task<DateOnly?> FirstActivityAsync(CancellationToken cancellation) => database.Activities.MinAsync(activity => (DateOnly?)activity.Date, cancellation);

    /// <summary>Stores what is not there yet, and rates in place of others. Values that were computed without them are marked as wrong.</summary>
    /// <returns>How many rates were new or others than before.</returns>
    public async Task<int> AddAsync(IReadOnlyCollection<ExchangeRateEntity> rates, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rates);
        await using var own = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancellation) : null;
        var added = await RowBatches.WriteAsync<NewRate>(
            database,
            """INSERT INTO "ExchangeRates" ("Currency", "Date", "PerEuro")""",
            rates.OrderBy(rate => rate.Currency, StringComparer.Ordinal).ThenBy(rate => rate.Date).Select(rate => new object[] { rate.Currency, rate.Date, rate.PerEuro }),
            """("Currency", "Date") DO UPDATE SET "PerEuro" = excluded."PerEuro" WHERE "ExchangeRates"."PerEuro" <> excluded."PerEuro" """,
            "\"Date\"",
            cancellation);
        // Any pair goes through the euro, so any portfolio may have needed it; one that did not is computed once too often.
        if (added.Count > 0)
            await StaleValues.MarkAsync(database.Portfolios, added.Min(rate => rate.Date), cancellation);
        if (own is not null)
            await own.CommitAsync(cancellation);
        return added.Count;
    }

    private sealed record NewRate(DateOnly Date);
}
