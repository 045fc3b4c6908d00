namespace FinanceHub.Web.Portfolios;

/// <summary>Currencies that are suggested; any other can be typed.</summary>
internal static class Currencies
{
    public static IReadOnlyList<string> Common { get; } = ["EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK"];
}
