namespace FinanceHub.Domain.Activities;

/// <summary>ISO 4217 codes by form; which of them exist is a matter of the price data.</summary>
public static class CurrencyCode
{
    /// <summary>Whether the text is three capital letters.</summary>
    public static bool IsValid(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);
}
