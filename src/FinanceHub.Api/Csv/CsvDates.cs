using System.Globalization;

namespace FinanceHub.Api.Csv;

/// <summary>How dates are written.</summary>
internal static class CsvDates
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>Those that must be named: the first two look like the third.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy"];

    /// <summary>The date as ISO 8601 has it; null if it is none.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="format">How the file writes dates; null if that is not known.</param>
    public static string? Read(string text, string? format)
    {
        string[] formats = format is null ? [Iso] : [Iso, format];
        return DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString(Iso, CultureInfo.InvariantCulture)
            : null;
    }

    public static string Expected(string text, string? format) => format is null
        ? $"Expected a date like 2026-01-31, found \"{text}\"; if the file writes dates in another way, say which with the parameter dateFormat ({string.Join(", ", Formats)})."
        : $"Expected a date like 2026-01-31 or of the form {format}, found \"{text}\".";
}
