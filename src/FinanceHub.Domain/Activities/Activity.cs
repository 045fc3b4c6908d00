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

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>The instrument; null where none is concerned.</summary>
    public string? Symbol { get; init; }

    /// <summary>Units bought or sold, as counted on the trade date; above 0.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Price of one unit on the trade date; 0 for a grant.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>What the trade cost on top; 0 or more.</summary>
    public decimal Fee { get; init; }

    /// <summary>What was withheld of a dividend or of interest; 0 or more.</summary>
    public decimal Tax { get; init; }

    /// <summary>The gross cash amount of everything that is neither a trade nor a split; above 0.</summary>
    public decimal? Amount { get; init; }

    /// <summary>New shares of a split.</summary>
    public int? Numerator { get; init; }

    /// <summary>Old shares of a split.</summary>
    public int? Denominator { get; init; }
}
