using System.Globalization;
using FinanceHub.Domain.Activities;

namespace FinanceHub.Domain.Ledgers;

/// <summary>Why an activity cannot stand among the others of its portfolio.</summary>
/// <param name="Activity">The activity that cannot stand; not necessarily the one that was entered last.</param>
public abstract record LedgerFault(Activity Activity)
{
    /// <summary>The field of the activity that is at fault, in camel case.</summary>
    public abstract string Field { get; }

    /// <summary>One sentence: expected and found.</summary>
    public abstract string Message { get; }

    /// <summary>The day for which an exchange rate is missing; null if that is not what is wrong.</summary>
    public virtual DateOnly? WithoutRateOn => null;

    private protected string Subject => string.Create(
        CultureInfo.InvariantCulture,
        $"{ActivityTypeNames.Of(Activity.Type)} of {Activity.Symbol} on {Activity.Date:yyyy-MM-dd}");
}

/// <summary>More was sold or moved away than its account held.</summary>
public sealed record Oversell(Activity Activity, decimal Held) : LedgerFault(Activity)
{
    /// <inheritdoc/>
    public override string Field => "quantity";

    /// <inheritdoc/>
    public override string Message => string.Create(CultureInfo.InvariantCulture, $"{Subject}: expected at most the {Held:0.##########} held then, found {Math.Abs(Activity.Quantity ?? 0):0.##########}.");
}

/// <summary>The instrument is already held in another currency.</summary>
public sealed record CurrencyMismatch(Activity Activity, string Expected) : LedgerFault(Activity)
{
    /// <inheritdoc/>
    public override string Field => "currency";

    /// <inheritdoc/>
    public override string Message => $"{Subject}: expected {Expected}, the currency of the position, found {Activity.Currency}.";
}

/// <summary>More units than the ledger can count.</summary>
public sealed record PositionTooLarge(Activity Activity) : LedgerFault(Activity)
{
    /// <inheritdoc/>
    public override string Field => Activity.Type == ActivityType.Split ? "numerator" : "quantity";

    /// <inheritdoc/>
    public override string Message => string.Create(CultureInfo.InvariantCulture, $"{Subject}: expected a position of at most {Position.LargestQuantity} units after it, found more.");
}

/// <summary>The fee is in another currency than the trade, and there is no rate between the two: what the trade cost is not known.</summary>
public sealed record FeeNotConvertible(Activity Activity, string Reason) : LedgerFault(Activity)
{
    /// <inheritdoc/>
    public override string Field => "feeCurrency";

    /// <inheritdoc/>
    public override DateOnly? WithoutRateOn => Activity.Date;

    /// <inheritdoc/>
    public override string Message => $"{Subject}: expected a fee in {Activity.Currency} or an exchange rate of the day, found {Activity.FeeCurrency}. {Reason}";
}
