namespace FinanceHub.Data.Prices.Providers;

/// <summary>That a provider has no answer, or one that cannot be right: one sentence. Nothing of such an answer is stored.</summary>
public sealed class MarketDataException : Exception
{
    /// <inheritdoc cref="MarketDataException"/>
    public MarketDataException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="MarketDataException"/>
    public MarketDataException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
