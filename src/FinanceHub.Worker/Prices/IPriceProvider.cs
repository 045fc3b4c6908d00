using FinanceHub.Domain.Instruments;

namespace FinanceHub.Worker.Prices;

/// <summary>Where prices come from.</summary>
internal interface IPriceProvider
{
    /// <summary>How its series treat splits.</summary>
    PriceBasis Basis { get; }

    /// <summary>All instruments that it has prices of.</summary>
    Task<IReadOnlyList<ListedInstrument>> ListAsync(CancellationToken cancellation);

    /// <summary>The closing prices of an instrument in a range of days, both included; days without trading are left out.</summary>
    Task<IReadOnlyList<ClosingPrice>> GetAsync(string symbol, DateOnly from, DateOnly to, CancellationToken cancellation);
}

/// <summary>An instrument in a provider's catalogue.</summary>
internal sealed record ListedInstrument(string Symbol, string Name, string Currency);

/// <summary>A price in the instrument's currency.</summary>
internal sealed record ClosingPrice(DateOnly Date, decimal Close);
