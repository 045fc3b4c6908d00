namespace FinanceHub.Api.Csv;

/// <summary>The columns of a file of activities.</summary>
internal static class CsvColumns
{
    public const string Date = "date";
    public const string Type = "type";
    public const string Symbol = "symbol";
    public const string Quantity = "quantity";
    public const string UnitPrice = "unit_price";
    public const string Currency = "currency";
    public const string Fee = "fee";
    public const string Tax = "tax";
    public const string Account = "account";
    public const string Note = "note";
    public const string ExternalId = "external_id";
    public const string Amount = "amount";
    public const string ToAccount = "to_account";
    public const string FeeCurrency = "fee_currency";
    public const string Numerator = "numerator";
    public const string Denominator = "denominator";
    public const string Exchange = "exchange";

    /// <summary>Every file has them.</summary>
    public static IReadOnlyList<string> Required { get; } = [Date, Type, Symbol, Quantity, UnitPrice, Currency, Fee, Tax, Account, Note, ExternalId];

    /// <summary>What an export has on top, so that every activity comes back from it.</summary>
    public static IReadOnlyList<string> Optional { get; } = [Amount, ToAccount, FeeCurrency, Numerator, Denominator, Exchange];

    public static IReadOnlyList<string> All { get; } = [.. Required, .. Optional];

    /// <summary>The column of a field in camel case.</summary>
    public static string OfField(string field) =>
        All.FirstOrDefault(column => string.Equals(column.Replace("_", "", StringComparison.Ordinal), field, StringComparison.OrdinalIgnoreCase)) ?? field;
}
