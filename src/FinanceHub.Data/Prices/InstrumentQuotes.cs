using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Prices;

/// <summary>An instrument and its latest closing prices.</summary>
/// <param name="Symbol">The key.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Currency">Of its prices.</param>
/// <param name="AssetClass">What kind of thing it is.</param>
/// <param name="Closes">Oldest first; at most <see cref="MarketDataStore.MostCloses"/>, none if it has no price yet.</param>
public sealed record InstrumentQuotes(string Symbol, string Name, string Currency, AssetClass AssetClass, IReadOnlyList<PriceQuote> Closes)
{
    /// <summary>The latest price; null if there is none.</summary>
    public PriceQuote? Latest => Closes.Count > 0 ? Closes[^1] : null;

    /// <summary>The price before it; null if there is none.</summary>
    public PriceQuote? Previous => Closes.Count > 1 ? Closes[^2] : null;

    /// <summary>The last of the closes, oldest first.</summary>
    public IEnumerable<PriceQuote> Last(int count) => Closes.Skip(Math.Max(0, Closes.Count - count));
}
