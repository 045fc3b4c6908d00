using System.Globalization;
using System.Text.Json.Serialization;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;

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

    public string? FeeCurrency { get; init; }

    public decimal? Tax { get; init; }

    public int? Numerator { get; init; }

    public int? Denominator { get; init; }

    public string? Account { get; init; }

    public string? ToAccount { get; init; }

    /// <summary>Of a withdrawal or a deposit: the name that it shares with the other side of a currency exchange on the same day. The two are no money that comes in or goes out.</summary>
    /// <remarks>Not written without a value: a request that is sent again after the release that brought it is still the same one.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exchange { get; init; }

    public string? Note { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>The activity, its faults collected; null if its date or its type is none, and then there is a fault. A day before <see cref="ActivityRules.Earliest"/> is one.</summary>
    public ActivityDraft? Read(DateOnly today, FieldFaults faults)
    {
        var type = ActivityTypeNames.Find(Type);
        if (type is null)
            faults.Add("type", $"Expected one of {string.Join(", ", ActivityTypeNames.All)}, found \"{Type}\".");
        // Not the parsed day itself says whether there was one: 0001-01-01 is what a day is that was never set.
        DateOnly? date = DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        if (date is null)
            faults.Add("date", $"Expected a date like 2026-01-31, found \"{Date}\".");
        // What depends on the date is checked as of today when there is none: its own fault is told already.
        var activity = ToActivity(type ?? ActivityType.Buy, date ?? today);
        var rules = type is null ? ActivityRules.CheckCommon(activity.Date, activity.Currency, today) : ActivityRules.Check(activity, today);
        foreach (var fault in rules)
            faults.Add(fault.Field, fault.Message);
        var draft = new ActivityDraft(activity, Filled(Note), Filled(ExternalId?.Trim()));
        if (!PortfolioRules.IsNote(draft.Note))
            faults.Add("note", $"Expected at most {PortfolioRules.LongestNote} characters without control characters other than tabs and line breaks.");
        if (!PortfolioRules.IsExternalId(draft.ExternalId))
            faults.Add("externalId", $"Expected at most {PortfolioRules.LongestExternalId} characters without control characters.");
        return date is not null && type is not null ? draft : null;
    }

    private Activity ToActivity(ActivityType type, DateOnly date) => new()
    {
        Date = date,
        Sequence = 0,
        Type = type,
        Currency = Code(Currency) ?? "",
        Account = Filled(Account),
        ToAccount = Filled(ToAccount),
        Symbol = Filled(Symbol?.Trim().ToUpperInvariant()),
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        Amount = Amount,
        Fee = Fee ?? 0,
        FeeCurrency = Filled(Code(FeeCurrency)),
        Tax = Tax ?? 0,
        Numerator = Numerator,
        Denominator = Denominator,
        Exchange = Filled(Exchange?.Trim()),
    };

    /// <summary>In capitals, unless that would change what it means: GBp is a penny, GBP a pound.</summary>
    private static string? Code(string? text) => MinorUnit.Find(text?.Trim())?.Code ?? text?.Trim().ToUpperInvariant();

    /// <summary>A form sends what was left out as an empty text.</summary>
    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
