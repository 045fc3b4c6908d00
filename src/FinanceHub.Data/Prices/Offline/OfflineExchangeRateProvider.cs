using FinanceHub.Data.Prices.Providers;

namespace FinanceHub.Data.Prices.Offline;

/// <summary>Exchange rates that need no network, the same on every machine.</summary>
public sealed class OfflineExchangeRateProvider : IExchangeRateProvider
{
    /// <summary>Currencies move by less than companies do.</summary>
    private const int Movement = 20;

    private static readonly Dictionary<string, decimal> Around = new(StringComparer.Ordinal) { ["CHF"] = 0.95m, ["GBP"] = 0.86m, ["USD"] = 1.10m };

    /// <inheritdoc/>
    public IReadOnlyList<string> Currencies { get; } = [.. Around.Keys];

    /// <inheritdoc/>
    public Task<IReadOnlyList<DailyRate>> GetAsync(string currency, DateOnly from, DateOnly through, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DailyRate>>([.. TradingDays.Between(from, through).Select(day => new DailyRate(day, RateOf(currency, day)))]);

    /// <summary>What one euro is worth on a day, rounded to four decimals; always above 0.</summary>
    /// <exception cref="KeyNotFoundException">The currency is none of <see cref="Currencies"/>.</exception>
    public static decimal RateOf(string currency, DateOnly day) => decimal.Round(Around[currency] * Waves.Factor(Waves.Seed($"EUR/{currency}"), day, Movement), 4);
}
