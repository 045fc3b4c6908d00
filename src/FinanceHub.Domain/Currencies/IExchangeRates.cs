using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Currencies;

/// <summary>What one currency is worth in another.</summary>
public interface IExchangeRates
{
    /// <summary>How many units of <paramref name="target"/> one unit of <paramref name="source"/> is worth.</summary>
    /// <param name="source">A currency or a minor unit.</param>
    /// <param name="target">A currency or a minor unit.</param>
    /// <param name="day">The day; where it has no rate, the latest one before it counts.</param>
    /// <returns>Above 0; unavailable if there is no rate on or before the day.</returns>
    Figure Rate(string source, string target, DateOnly day);
}
