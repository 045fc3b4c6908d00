namespace FinanceHub.Web.Api;

public sealed record Watchlist(Guid Id, string Name, long Revision, IReadOnlyList<WatchItem>? Items);

public sealed record WatchItem(string Symbol, string? Name, string? Currency, decimal? Price, DateOnly? PriceDate, Figure DayChangeShare, IReadOnlyList<decimal>? Sparkline);

/// <param name="Symbol">Whose price.</param>
/// <param name="Kind">PRICE_ABOVE, PRICE_BELOW or PERCENT_MOVE.</param>
/// <param name="Threshold">A price, or percent.</param>
/// <param name="CooldownHours">How long it keeps quiet after it has fired.</param>
/// <param name="Enabled">Whether it can fire.</param>
internal sealed record NewAlert(string? Symbol, string? Kind, decimal? Threshold, int? CooldownHours, bool Enabled);

public sealed record Alert
{
    public Guid Id { get; init; }

    public required string Symbol { get; init; }

    public required string Kind { get; init; }

    public decimal Threshold { get; init; }

    public int CooldownHours { get; init; }

    public bool Enabled { get; init; }

    public DateTimeOffset? LastFiredAt { get; init; }

    public long Revision { get; init; }
}

public sealed record AlertHistory(IReadOnlyList<FiredAlert> Items, int Page, int PageSize, int Total, int Unread);

public sealed record FiredAlert
{
    public Guid Id { get; init; }

    public required string Symbol { get; init; }

    public required string Kind { get; init; }

    public decimal Threshold { get; init; }

    public DateOnly? PriceDate { get; init; }

    public decimal? Price { get; init; }

    public DateTimeOffset FiredAt { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}
