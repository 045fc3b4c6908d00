namespace FinanceHub.Web.Imports;

/// <summary>The columns of a file, and what stands in them.</summary>
internal static class ImportColumns
{
    public static IReadOnlyList<(string Names, string Meaning)> Required { get; } =
    [
        ("date", "The day of the trade or payment"),
        ("type", "BUY, SELL, DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL, SPLIT, TRANSFER or RETURN_OF_CAPITAL"),
        ("symbol", "The instrument"),
        ("quantity, unit_price", "Shares, and the price of one. Of what moves no shares, unit_price is the amount"),
        ("currency", "Three letters"),
        ("fee, tax", "What it cost on top, what was withheld"),
        ("account", "Where it happened"),
        ("note", "Anything"),
        ("external_id", "Your bank's number for it: a row that is there already is left out"),
    ];

    public static IReadOnlyList<(string Names, string Meaning)> Optional { get; } =
    [
        ("amount", "Of what moves no shares, instead of unit_price"),
        ("fee_currency", "Where it is another one"),
        ("to_account", "Where a transfer went"),
        ("numerator, denominator", "New and old shares of a split"),
        ("exchange", "A name that the withdrawal of one currency and the deposit of another share, where the one was exchanged for the other on that day"),
    ];
}
