using System.Globalization;

namespace FinanceHub.Web.Portfolios;

/// <summary>Numbers for people. The only place where they are rounded.</summary>
internal static class Display
{
    public static string Money(decimal? amount, string? currency) =>
        amount is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{amount:#,##0.00} {currency}");

    public static string Quantity(decimal? quantity) => quantity?.ToString("#,##0.######", CultureInfo.InvariantCulture) ?? "";

    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
