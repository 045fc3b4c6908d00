using System.Globalization;

namespace FinanceHub.Web.Layout;

/// <summary>A number that somebody typed.</summary>
internal static class FormNumber
{
    // No thousands separators: "1,5" must not become 15.
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Null if nothing was typed, and with a fault if it is no number.</summary>
    public static decimal? Read(string field, string? text, FormFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
            return number;

        faults.Add(field, $"Expected a number like 12.5, found \"{text}\".");
        return null;
    }
}
