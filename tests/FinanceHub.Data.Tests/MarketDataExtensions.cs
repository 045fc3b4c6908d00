using FinanceHub.Data.Prices;
using FinanceHub.Data.Testing;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Tests;

/// <summary>Market data of the tests: one price or rate a day.</summary>
internal static class MarketDataExtensions
{
    public static async Task AddInstrumentAsync(this TestDatabase database, string symbol, string name)
    {
        await using var context = database.Open();
        await new PriceStore(context).AddAsync(
            [new InstrumentEntity { Symbol = symbol, Name = name, Currency = "EUR", PriceBasis = PriceBasis.Raw }], [], TestContext.Current.CancellationToken);
    }

    public static async Task AddPricesAsync(this TestDatabase database, string symbol, DateOnly first, params decimal[] closes)
    {
        await database.AddInstrumentAsync(symbol, $"{symbol} Inc.");
        await using var context = database.Open();
        context.AddRange(closes.Select((close, i) => new PriceEntity { Symbol = symbol, Date = first.AddDays(i), Close = close }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static async Task AddRatesAsync(this TestDatabase database, string currency, DateOnly first, params decimal[] perEuro)
    {
        await using var context = database.Open();
        context.AddRange(perEuro.Select((rate, i) => new ExchangeRateEntity { Currency = currency, Date = first.AddDays(i), PerEuro = rate }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
