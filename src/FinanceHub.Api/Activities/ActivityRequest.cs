using System.Globalization;
using FinanceHub.Api.Validation;
using FinanceHub.Domain.Activities;

namespace FinanceHub.Api.Activities;

/// <summary>An activity as a client sends it. Date and type are texts, so that a wrong one is reported with everything else.</summary>
internal sealed record ActivityRequest
{
    public string? Date { get; init; }

    public string? Type { get; init; }

    public string? Symbol { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? UnitPrice { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public decimal? Fee { get; init; }

    public decimal? Tax { get; init; }

    public int? Numerator { get; init; }

    public int? Denominator { get; init; }

    /// <summary>The activity, its faults collected; null if its date or its type is none.</summary>
    public Activity? Read(DateOnly today, FieldFaults faults)
    {
        var type = ActivityTypeNames.Find(Type);
        if (type is null)
            faults.Add("type", $"Expected one of {string.Join(", ", ActivityTypeNames.All)}, found \"{Type}\".");
        if (!DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            faults.Add("date", $"Expected a date like 2026-01-31, found \"{Date}\".");
        // What depends on the date is checked as of today when there is none: its own fault is told already.
        var known = date != default;
        var activity = ToActivity(type ?? ActivityType.Buy, known ? date : today);
        var rules = type is null ? ActivityRules.CheckCommon(activity.Date, activity.Currency, today) : ActivityRules.Check(activity, today);
        foreach (var fault in rules)
            faults.Add(fault.Field, fault.Message);
        return known && type is not null ? activity : null;
    }

    private Activity ToActivity(ActivityType type, DateOnly date) => new()
    {
        Date = date,
        Sequence = 0,
        Type = type,
        Currency = Currency?.Trim().ToUpperInvariant() ?? "",
        Symbol = Symbol?.Trim().ToUpperInvariant(),
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        Amount = Amount,
        Fee = Fee ?? 0,
        Tax = Tax ?? 0,
        Numerator = Numerator,
        Denominator = Denominator,
    };
}
