using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Activities;

namespace FinanceHub.Api.Activities;

internal sealed record ActivityResponse
{
    public required Guid Id { get; init; }

    public required DateOnly Date { get; init; }

    public required long Sequence { get; init; }

    public required string Type { get; init; }

    public string? Symbol { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? UnitPrice { get; init; }

    public decimal? Amount { get; init; }

    public required string Currency { get; init; }

    public required decimal Fee { get; init; }

    public string? FeeCurrency { get; init; }

    public required decimal Tax { get; init; }

    public int? Numerator { get; init; }

    public int? Denominator { get; init; }

    public string? Account { get; init; }

    public string? ToAccount { get; init; }

    public string? Exchange { get; init; }

    public string? Note { get; init; }

    public string? ExternalId { get; init; }

    public required long Revision { get; init; }

    public static ActivityResponse Of(ActivityEntity activity) => new()
    {
        Id = activity.Id,
        Date = activity.Date,
        Sequence = activity.Sequence,
        Type = ActivityTypeNames.Of(activity.Type),
        Symbol = activity.Symbol,
        Quantity = activity.Quantity?.Plain(),
        UnitPrice = activity.UnitPrice?.Plain(),
        Amount = activity.Amount?.Plain(),
        Currency = activity.Currency,
        Fee = activity.Fee.Plain(),
        FeeCurrency = activity.FeeCurrency,
        Tax = activity.Tax.Plain(),
        Numerator = activity.Numerator,
        Denominator = activity.Denominator,
        Account = activity.Account,
        ToAccount = activity.ToAccount,
        Exchange = activity.Exchange,
        Note = activity.Note,
        ExternalId = activity.ExternalId,
        Revision = activity.Revision,
    };
}
