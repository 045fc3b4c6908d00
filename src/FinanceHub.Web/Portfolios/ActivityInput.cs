using System.Globalization;
using FinanceHub.Web.Api;
using FinanceHub.Web.Layout;

namespace FinanceHub.Web.Portfolios;

/// <summary>What the form for an activity sends: texts, as they were typed.</summary>
public sealed class ActivityInput
{
    public static IReadOnlyList<string> Types { get; } = ["BUY", "SELL", "DIVIDEND", "INTEREST", "FEE", "TAX", "DEPOSIT", "WITHDRAWAL", "SPLIT"];

    public string? Type { get; set; } = "BUY";

    public string? Date { get; set; }

    public string? Symbol { get; set; }

    public string? Quantity { get; set; }

    public string? UnitPrice { get; set; }

    public string? Amount { get; set; }

    public string? Currency { get; set; }

    public string? Fee { get; set; }

    public string? Tax { get; set; }

    public string? Numerator { get; set; }

    public string? Denominator { get; set; }

    /// <summary>What the API is asked to store; what is not a number is among the faults.</summary>
    public Activity Read(FormFaults faults) => new()
    {
        Type = Type,
        Date = Date,
        Symbol = string.IsNullOrWhiteSpace(Symbol) ? null : Symbol,
        Currency = Currency,
        Quantity = Number(nameof(Quantity), Quantity, faults),
        UnitPrice = Number(nameof(UnitPrice), UnitPrice, faults),
        Amount = Number(nameof(Amount), Amount, faults),
        Fee = Number(nameof(Fee), Fee, faults),
        Tax = Number(nameof(Tax), Tax, faults),
        Numerator = Whole(nameof(Numerator), Numerator, faults),
        Denominator = Whole(nameof(Denominator), Denominator, faults),
    };

    private static decimal? Number(string field, string? text, FormFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;

        // No thousands separators: "1,5" must not become 15.
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
            return number;

        faults.Add(field, $"Expected a number like 12.5, found \"{text}\".");
        return null;
    }

    private static int? Whole(string field, string? text, FormFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            return number;

        faults.Add(field, $"Expected a whole number, found \"{text}\".");
        return null;
    }
}
