using FinanceHub.Domain.Currencies;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>The exchange rates that are stored.</summary>
internal static class StoredRates
{
    /// <summary>Those between some currencies, of all days.</summary>
    public static async Task<IExchangeRates> LoadAsync(FinanceHubDbContext database, IEnumerable<string> currencies, CancellationToken cancellation)
    {
        var wanted = currencies.Select(code => MinorUnit.Find(code)?.Major ?? code).Distinct(StringComparer.Ordinal).ToList();
        // Between one currency and itself nothing is looked up.
        if (wanted.Count < 2)
            return ExchangeRateTable.None;
        var rates = await database.ExchangeRates.AsNoTracking().Where(rate => wanted.Contains(rate.Currency)).OrderBy(rate => rate.Date).ToListAsync(cancellation);
        return new ExchangeRateTable(
            ExchangeRateEntity.Pivot,
            rates.GroupBy(rate => rate.Currency, StringComparer.Ordinal)
                .Select(group => KeyValuePair.Create(group.Key, group.Select(rate => KeyValuePair.Create(rate.Date, rate.PerEuro)))));
    }
}
