namespace FinanceHub.Domain.Activities;

/// <summary>One entry of a portfolio's ledger. Amounts are in <see cref="Currency"/>; which fields a type uses says <see cref="ActivityRules"/>.</summary>
public sealed record Activity
{
    /// <summary>The trade date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Orders the activities of one day; unique within a portfolio.</summary>
    public required long Sequence { get; init; }

    /// <summary>What happened.</summary>
    public required ActivityType Type { get; init; }

    /// <summary>ISO 4217 code, or a minor unit such as GBp: the ledger books that in the major one.</summary>
    public required string Currency { get; init; }

    /// <summary>Where it happened; null is the portfolio's one unnamed account. Lots and cash are kept by account.</summary>
    public string? Account { get; init; }

    /// <summary>Where a transfer within the portfolio goes; null if it crosses the portfolio's border.</summary>
    public string? ToAccount { get; init; }

    /// <summary>The instrument; null where none is concerned.</summary>
    public string? Symbol { get; init; }

    /// <summary>Units bought, sold or moved, as counted on the trade date; above 0, but below 0 for units transferred out of the portfolio.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Price of one unit on the trade date; 0 for a grant. For units transferred in: what one unit had cost its owner.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>What the trade cost on top; 0 or more.</summary>
    public decimal Fee { get; init; }

    /// <summary>The currency of <see cref="Fee"/> where it is not that of the trade; converted at the rate of the trade date.</summary>
    public string? FeeCurrency { get; init; }

    /// <summary>What was withheld of a dividend or of interest; 0 or more.</summary>
    public decimal Tax { get; init; }

    /// <summary>The gross cash amount of everything that moves no units; above 0, but below 0 for cash transferred out of the portfolio.</summary>
    public decimal? Amount { get; init; }

    /// <summary>
    /// Of a withdrawal or a deposit: the name of the currency exchange that it is one side of. The other side has the same name and day and
    /// another currency; without it, or with a third one, this is a withdrawal or a deposit like any other.
    /// </summary>
    public string? Exchange { get; init; }

    /// <summary>New shares of a split.</summary>
    public int? Numerator { get; init; }

    /// <summary>Old shares of a split.</summary>
    public int? Denominator { get; init; }
}
