using System.Globalization;

namespace FinanceHub.Web.Performance;

/// <summary>A date in an address. What is none is as if it were not there: an address is not a form that one could correct.</summary>
internal static class DateText
{
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
