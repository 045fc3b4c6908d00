using FinanceHub.Domain.Currencies;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>Exchange rates as they are stored.</summary>
/// <param name="Table">Those between some currencies, of all days.</param>
/// <param name="Count">How many numbers that are.</param>
internal sealed record StoredRates(IExchangeRates Table, int Count)
{
    /// <summary>The currencies between which rates are needed, in one order; none if it is only one, in which nothing is looked up.</summary>
    /// <param name="currencies">Currencies or minor units.</param>
    public static IReadOnlyList<string> Between(IEnumerable<string> currencies)
    {
        string[] majors = [.. currencies.Select(code => MinorUnit.Find(code)?.Major ?? code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return majors.Length < 2 ? [] : majors;
    }

    /// <summary>Reads them.</summary>
    public static async Task<StoredRates> LoadAsync(FinanceHubDbContext database, IEnumerable<string> currencies, CancellationToken cancellation)
    {
        var wanted = Between(currencies);
        if (wanted.Count == 0)
            return new StoredRates(ExchangeRateTable.None, 0);
        var rates = await database.ExchangeRates.AsNoTracking().Where(rate => wanted.Contains(rate.Currency)).ToListAsync(cancellation);
        return new StoredRates(
            new ExchangeRateTable(
                ExchangeRateEntity.Pivot,
                rates.GroupBy(rate => rate.Currency, StringComparer.Ordinal)
                    .Select(group => KeyValuePair.Create(group.Key, group.Select(rate => KeyValuePair.Create(rate.Date, rate.PerEuro))))),
            rates.Count);
    }
}
