using System.Globalization;

namespace FinanceHub.Api.Validation;

/// <summary>Reads what a query string says. All of it comes as text, so that everything that is wrong is reported at once.</summary>
internal static class QueryFields
{
    /// <summary>A day; null if none is named.</summary>
    public static DateOnly? Date(string field, string? text, FieldFaults faults)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        faults.Add(field, $"Expected a date like 2026-01-31, found \"{text}\".");
        return null;
    }

    /// <summary>A whole number; <paramref name="usual"/> if none is named.</summary>
    public static int Number(string field, string? text, int usual, int smallest, int largest, FieldFaults faults)
    {
        if (string.IsNullOrEmpty(text))
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest)
            return number;
        faults.Add(field, $"Expected a whole number from {smallest} to {largest}, found \"{text}\".");
        return usual;
    }
}

/// <summary>A range of days that a query string names.</summary>
internal readonly record struct DayRange(string? From, string? To)
{
    /// <summary>The two days; null where none is named.</summary>
    public (DateOnly? From, DateOnly? To) Read(FieldFaults faults)
    {
        var (from, to) = (QueryFields.Date("from", From, faults), QueryFields.Date("to", To, faults));
        if (from > to)
            faults.Add("from", "Expected a day not after \"to\".");
        return (from, to);
    }
}
