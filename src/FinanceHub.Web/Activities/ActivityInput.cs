using System.Globalization;
using FinanceHub.Web.Api;
using FinanceHub.Web.Layout;

namespace FinanceHub.Web.Activities;

/// <summary>What the form for an activity sends: texts, as they were typed.</summary>
public sealed class ActivityInput
{
    public string? Type { get; set; }

    public string? Date { get; set; }

    public string? Symbol { get; set; }

    public string? Quantity { get; set; }

    public string? UnitPrice { get; set; }

    public string? Amount { get; set; }

    public string? Currency { get; set; }

    public string? Fee { get; set; }

    public string? FeeCurrency { get; set; }

    public string? Tax { get; set; }

    public string? Numerator { get; set; }

    public string? Denominator { get; set; }

    public string? Account { get; set; }

    public string? ToAccount { get; set; }

    public string? Exchange { get; set; }

    public string? Note { get; set; }

    /// <summary>Kept as it was: it tells an import that the row is here already.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Of the activity that the form was filled from.</summary>
    public string? Revision { get; set; }

    /// <summary>The symbol that nobody knows and that is meant all the same; another one that is typed later is not confirmed by that.</summary>
    public string? UnknownSymbol { get; set; }

    /// <summary>Whether <see cref="Symbol"/> is the one that was confirmed.</summary>
    internal bool AllowsUnknownSymbol => Filled(UnknownSymbol) is { } confirmed && confirmed.Equals(Filled(Symbol), StringComparison.OrdinalIgnoreCase);

    /// <summary>Identifies the form: sent twice it enters one activity.</summary>
    public string? Form { get; set; }

    internal static ActivityInput Of(Activity activity) => new()
    {
        Type = activity.Type,
        Date = activity.Date,
        Symbol = activity.Symbol,
        Quantity = Text(activity.Quantity),
        UnitPrice = Text(activity.UnitPrice),
        Amount = Text(activity.Amount),
        Currency = activity.Currency,
        Fee = TextUnlessZero(activity.Fee),
        FeeCurrency = activity.FeeCurrency,
        Tax = TextUnlessZero(activity.Tax),
        Numerator = Text(activity.Numerator),
        Denominator = Text(activity.Denominator),
        Account = activity.Account,
        ToAccount = activity.ToAccount,
        Exchange = activity.Exchange,
        Note = activity.Note,
        ExternalId = activity.ExternalId,
        Revision = Text(activity.Revision),
    };

    /// <summary>What the API is asked to store; what is not a number is among the faults.</summary>
    public NewActivity Read(FormFaults faults) => new()
    {
        Type = Type,
        Date = Date,
        Symbol = Filled(Symbol)?.ToUpperInvariant(),
        Currency = Currency?.Trim(),
        Quantity = Number(nameof(Quantity), Quantity, faults),
        UnitPrice = Number(nameof(UnitPrice), UnitPrice, faults),
        Amount = Number(nameof(Amount), Amount, faults),
        Fee = Number(nameof(Fee), Fee, faults),
        FeeCurrency = Filled(FeeCurrency),
        Tax = Number(nameof(Tax), Tax, faults),
        Numerator = Whole(nameof(Numerator), Numerator, faults),
        Denominator = Whole(nameof(Denominator), Denominator, faults),
        Account = Filled(Account),
        ToAccount = Filled(ToAccount),
        Exchange = Filled(Exchange),
        Note = Filled(Note),
        ExternalId = Filled(ExternalId),
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static decimal? Number(string field, string? text, FormFaults faults) => FormNumber.Read(field, text, faults);

    private static int? Whole(string field, string? text, FormFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            return number;

        faults.Add(field, $"Expected a whole number, found \"{text}\".");
        return null;
    }

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);

    private static string? TextUnlessZero(decimal? value) => value == 0 ? null : Text(value);
}
