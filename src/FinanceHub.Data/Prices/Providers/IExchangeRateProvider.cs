namespace FinanceHub.Data.Prices.Providers;

/// <summary>Where exchange rates come from.</summary>
public interface IExchangeRateProvider
{
    /// <summary>The currencies that it has rates of; never <see cref="ExchangeRateEntity.Pivot"/>.</summary>
    IReadOnlyList<string> Currencies { get; }

    /// <summary>What one euro was worth in a currency on the days of a range, both included; days without a rate are left out.</summary>
    /// <exception cref="MarketDataException">It has no answer, or one that cannot be right.</exception>
    Task<IReadOnlyList<DailyRate>> GetAsync(string currency, DateOnly from, DateOnly through, CancellationToken cancellation);
}

/// <summary>What one euro was worth on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="PerEuro">Above 0.</param>
public sealed record DailyRate(DateOnly Date, decimal PerEuro);
