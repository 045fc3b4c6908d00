namespace FinanceHub.Web.Imports;

/// <summary>The columns of a file, and what stands in them.</summary>
internal static class ImportColumns
{
    public static IReadOnlyList<(string Name, string Meaning)> All { get; } =
    [
        ("date", "The day of the trade or payment"),
        ("type", "BUY, SELL, DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL, SPLIT, TRANSFER or RETURN_OF_CAPITAL"),
        ("symbol", "The instrument"),
        ("quantity, unitPrice", "Shares, and the price of one"),
        ("amount", "For everything that moves no shares"),
        ("currency", "Three letters"),
        ("fee, feeCurrency, tax", "What it cost on top, what was withheld"),
        ("numerator, denominator", "New and old shares of a split"),
        ("account, toAccount", "Where it happened, where a transfer went"),
        ("note", "Anything"),
        ("externalId", "Your bank's number for it: a row that is there already is left out"),
    ];
}
