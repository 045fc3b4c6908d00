using FinanceHub.Domain.Activities;

namespace FinanceHub.Data.Portfolios;

/// <summary>An activity as it is stored.</summary>
public sealed class ActivityEntity
{
    /// <summary>Version 7: ordered by time of entry.</summary>
    public required Guid Id { get; init; }

    /// <summary>The portfolio.</summary>
    public required Guid PortfolioId { get; init; }

    /// <inheritdoc cref="Activity.Date"/>
    public required DateOnly Date { get; init; }

    /// <inheritdoc cref="Activity.Sequence"/>
    public required long Sequence { get; init; }

    /// <inheritdoc cref="Activity.Type"/>
    public required ActivityType Type { get; init; }

    /// <inheritdoc cref="Activity.Currency"/>
    public required string Currency { get; init; }

    /// <inheritdoc cref="Activity.Account"/>
    public string? Account { get; init; }

    /// <inheritdoc cref="Activity.ToAccount"/>
    public string? ToAccount { get; init; }

    /// <inheritdoc cref="Activity.Symbol"/>
    public string? Symbol { get; init; }

    /// <inheritdoc cref="Activity.Quantity"/>
    public decimal? Quantity { get; init; }

    /// <inheritdoc cref="Activity.UnitPrice"/>
    public decimal? UnitPrice { get; init; }

    /// <inheritdoc cref="Activity.Fee"/>
    public decimal Fee { get; init; }

    /// <inheritdoc cref="Activity.FeeCurrency"/>
    public string? FeeCurrency { get; init; }

    /// <inheritdoc cref="Activity.Tax"/>
    public decimal Tax { get; init; }

    /// <inheritdoc cref="Activity.Amount"/>
    public decimal? Amount { get; init; }

    /// <inheritdoc cref="Activity.Numerator"/>
    public int? Numerator { get; init; }

    /// <inheritdoc cref="Activity.Denominator"/>
    public int? Denominator { get; init; }

    /// <inheritdoc cref="Activity.Exchange"/>
    public string? Exchange { get; init; }

    /// <summary>The owner's own words.</summary>
    public string? Note { get; init; }

    /// <summary>The name under which another system knows it; unique within the portfolio, so that it is imported once.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The portfolio's revision when it was last changed; a write on an older one fails.</summary>
    public required long Revision { get; init; }

    /// <summary>Stores what the domain knows, as its first revision.</summary>
    public static ActivityEntity Of(Guid id, Guid portfolioId, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Of(id, portfolioId, new ActivityDraft(activity), activity.Sequence);
    }

    /// <summary>Stores what was entered, at a revision of the portfolio.</summary>
    public static ActivityEntity Of(Guid id, Guid portfolioId, ActivityDraft draft, long revision)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var activity = draft.Activity;
        return new ActivityEntity
        {
            Id = id,
            PortfolioId = portfolioId,
            Date = activity.Date,
            Sequence = activity.Sequence,
            Type = activity.Type,
            Currency = activity.Currency,
            Account = activity.Account,
            ToAccount = activity.ToAccount,
            Symbol = activity.Symbol,
            Quantity = activity.Quantity,
            UnitPrice = activity.UnitPrice,
            Fee = activity.Fee,
            FeeCurrency = activity.FeeCurrency,
            Tax = activity.Tax,
            Amount = activity.Amount,
            Numerator = activity.Numerator,
            Denominator = activity.Denominator,
            Exchange = activity.Exchange,
            Note = draft.Note,
            ExternalId = draft.ExternalId,
            Revision = revision,
        };
    }

    /// <summary>What the domain accounts for.</summary>
    public Activity ToActivity() => new()
    {
        Date = Date,
        Sequence = Sequence,
        Type = Type,
        Currency = Currency,
        Account = Account,
        ToAccount = ToAccount,
        Symbol = Symbol,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        Fee = Fee,
        FeeCurrency = FeeCurrency,
        Tax = Tax,
        Amount = Amount,
        Numerator = Numerator,
        Denominator = Denominator,
        Exchange = Exchange,
    };
}
