namespace FinanceHub.Domain.Activities;

/// <summary>The sign that a number must have.</summary>
internal enum Sign
{
    /// <summary>Above 0.</summary>
    Positive,

    /// <summary>0 or more.</summary>
    NotNegative,

    /// <summary>Not 0: the sign is a direction.</summary>
    Either,
}

/// <summary>Which fields an activity has. A field that is not named here must be left out.</summary>
/// <remarks>
/// A transfer takes its shape from what it says: with a symbol it moves units, else cash. With a target account it stays in
/// the portfolio, and nothing but the place changes. Without one it crosses the border: above 0 it comes in, below 0 it goes
/// out; only units that come in have a price, since only they bring a cost that the ledger does not know.
/// </remarks>
internal sealed record ActivityShape
{
    public bool Symbol { get; init; }

    public Sign? Quantity { get; init; }

    public bool UnitPrice { get; init; }

    public bool Fee { get; init; }

    public Sign? Amount { get; init; }

    public bool Tax { get; init; }

    public bool Ratio { get; init; }

    public bool Exchange { get; init; }

    // A split concerns the instrument, wherever it is held: one entry for all accounts.
    public bool Account { get; init; } = true;

    public bool ToAccount { get; init; }

    public static ActivityShape Of(Activity activity) => activity.Type switch
    {
        ActivityType.Buy or ActivityType.Sell => new() { Symbol = true, Quantity = Sign.Positive, UnitPrice = true, Fee = true },
        ActivityType.Dividend => new() { Symbol = true, Amount = Sign.Positive, Tax = true },
        ActivityType.ReturnOfCapital => new() { Symbol = true, Amount = Sign.Positive },
        ActivityType.Interest => new() { Amount = Sign.Positive, Tax = true },
        ActivityType.Fee or ActivityType.Tax => new() { Amount = Sign.Positive },
        ActivityType.Deposit or ActivityType.Withdrawal => new() { Amount = Sign.Positive, Exchange = true },
        ActivityType.Split => new() { Symbol = true, Ratio = true, Account = false },
        ActivityType.Transfer => OfTransfer(activity),
        _ => throw new ArgumentOutOfRangeException(nameof(activity), activity.Type, "Not an activity type."),
    };

    private static ActivityShape OfTransfer(Activity transfer)
    {
        var within = transfer.ToAccount is not null;
        var sign = within ? Sign.Positive : Sign.Either;
        return transfer.Symbol is null
            ? new() { Amount = sign, ToAccount = true }
            : new() { Symbol = true, Quantity = sign, UnitPrice = !within && transfer.Quantity is not < 0, ToAccount = true };
    }
}
