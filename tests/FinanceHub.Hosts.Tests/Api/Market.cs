using FinanceHub.Data.Prices;
using FinanceHub.Domain.Instruments;
using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>Market data that a test has for itself: symbols and currencies that nobody else uses.</summary>
internal static class Market
{
    public static DateOnly Today { get; } = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>An instrument with one price a day, the last one today.</summary>
    /// <returns>Its symbol.</returns>
    public static async Task<string> AddInstrumentAsync(this RunningServices services, string currency, params decimal[] closes)
    {
        var symbol = $"T{Guid.NewGuid():N}"[..16].ToUpperInvariant();
        await using var context = services.OpenDatabase();
        context.Add(new InstrumentEntity { Symbol = symbol, Name = $"{symbol} Inc.", Currency = currency, PriceBasis = PriceBasis.Raw, AssetClass = AssetClass.Equity });
        context.AddRange(closes.Select((close, i) => new PriceEntity { Symbol = symbol, Date = Today.AddDays(i + 1 - closes.Length), Close = close }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return symbol;
    }

    /// <summary>What the euro was worth in a currency, the last rate today.</summary>
    public static async Task AddRatesAsync(this RunningServices services, string currency, params decimal[] perEuro)
    {
        await using var context = services.OpenDatabase();
        context.AddRange(perEuro.Select((rate, i) => new ExchangeRateEntity { Currency = currency, Date = Today.AddDays(i + 1 - perEuro.Length), PerEuro = rate }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
