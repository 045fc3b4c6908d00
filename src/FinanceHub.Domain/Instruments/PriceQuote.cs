namespace FinanceHub.Domain.Instruments;

/// <summary>The price of one unit of an instrument on one day.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Date">The day.</param>
/// <param name="Price">In <paramref name="Currency"/>; 0 or more.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Basis">How splits are treated.</param>
public sealed record PriceQuote(string Symbol, DateOnly Date, decimal Price, string Currency, PriceBasis Basis);
