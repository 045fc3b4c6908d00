using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Prices.Providers;

/// <summary>Where prices come from.</summary>
public interface IPriceProvider
{
    /// <summary>How its series treat splits.</summary>
    PriceBasis Basis { get; }

    /// <summary>All instruments that it has prices of.</summary>
    /// <exception cref="MarketDataException">It has no answer, or one that cannot be right.</exception>
    Task<IReadOnlyList<ListedInstrument>> ListAsync(CancellationToken cancellation);

    /// <summary>The closing prices of an instrument in a range of days, both included; days without trading are left out.</summary>
    /// <exception cref="MarketDataException">It has no answer, or one that cannot be right.</exception>
    Task<IReadOnlyList<ClosingPrice>> GetAsync(ListedInstrument instrument, DateOnly from, DateOnly through, CancellationToken cancellation);
}

/// <summary>An instrument in a provider's catalogue.</summary>
/// <param name="Symbol">The key.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Currency">ISO 4217 code of its prices.</param>
/// <param name="AssetClass">What kind of thing it is.</param>
public sealed record ListedInstrument(string Symbol, string Name, string Currency, AssetClass AssetClass);

/// <summary>A price in the instrument's currency.</summary>
/// <param name="Date">The day.</param>
/// <param name="Close">Above 0.</param>
public sealed record ClosingPrice(DateOnly Date, decimal Close);
