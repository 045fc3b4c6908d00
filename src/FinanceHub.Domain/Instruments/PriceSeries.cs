namespace FinanceHub.Domain.Instruments;

/// <summary>The daily prices of one instrument.</summary>
public sealed class PriceSeries
{
    /// <summary>A series of prices.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="currency">A currency or a minor unit.</param>
    /// <param name="basis">How splits are treated.</param>
    /// <param name="prices">In any order; 0 or more. Of two for one day the later one counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is below 0.</exception>
    public PriceSeries(string symbol, string currency, PriceBasis basis, IEnumerable<KeyValuePair<DateOnly, decimal>> prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        (Symbol, Currency, Basis, Values) = (symbol, currency, basis, new DatedValues(prices));
        if (Values.Smallest < 0)
            throw new ArgumentOutOfRangeException(nameof(prices), Values.Smallest, $"Expected prices of 0 or more for {symbol}.");
    }

    /// <summary>The instrument.</summary>
    public string Symbol { get; }

    /// <summary>A currency or a minor unit.</summary>
    public string Currency { get; }

    /// <summary>How splits are treated.</summary>
    public PriceBasis Basis { get; }

    internal DatedValues Values { get; }

    /// <summary>The latest price on or before a day; null if there is none.</summary>
    public PriceQuote? At(DateOnly day) => Values.At(day) is { } found ? new PriceQuote(Symbol, found.Day, found.Value, Currency, Basis) : null;
}
