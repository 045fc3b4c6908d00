namespace FinanceHub.Web.Api;

/// <summary>An activity as it is entered. The date is a text, so that the API tells a wrong one with everything else.</summary>
public record NewActivity
{
    public string? Date { get; init; }

    public string? Type { get; init; }

    public string? Symbol { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? UnitPrice { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public decimal? Fee { get; init; }

    public string? FeeCurrency { get; init; }

    public decimal? Tax { get; init; }

    public int? Numerator { get; init; }

    public int? Denominator { get; init; }

    public string? Account { get; init; }

    public string? ToAccount { get; init; }

    /// <summary>The name that it shares with the other side of a currency exchange.</summary>
    public string? Exchange { get; init; }

    public string? Note { get; init; }

    public string? ExternalId { get; init; }
}

/// <summary>An activity as it is stored.</summary>
public sealed record Activity : NewActivity
{
    public Guid Id { get; init; }

    public long Sequence { get; init; }

    public long Revision { get; init; }
}

/// <summary>A page of activities.</summary>
public sealed record ActivityList(IReadOnlyList<Activity> Items, int Page, int PageSize, int Total);

/// <summary>Which activities are asked for.</summary>
internal sealed record ActivityQuery
{
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;

    public string? Type { get; init; }

    public string? Symbol { get; init; }

    public string? Account { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string Sort { get; init; } = "-date";
}
