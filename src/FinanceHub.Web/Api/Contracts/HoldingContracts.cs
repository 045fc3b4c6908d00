using System.Text.Json.Serialization;

namespace FinanceHub.Web.Api;

public sealed record HoldingsReport
{
    public required string Currency { get; init; }

    public DateOnly? AsOf { get; init; }

    public decimal? TotalValue { get; init; }

    public decimal? RealisedGain { get; init; }

    public string? Unavailable { get; init; }

    public Figure CashValue { get; init; }

    public Figure NetWorth { get; init; }

    public Figure UnrealisedGain { get; init; }

    /// <summary>The day that the change is about.</summary>
    public DateOnly? DayChangeOn { get; init; }

    public Figure DayChange { get; init; }

    public Figure DayChangeShare { get; init; }

    [JsonPropertyName("holdings")]
    public IReadOnlyList<Holding> Items { get; init; } = [];

    public IReadOnlyList<Cash> Cash { get; init; } = [];
}

public sealed record Holding
{
    public required string Symbol { get; init; }

    public string? Name { get; init; }

    public string? AssetClass { get; init; }

    public decimal Quantity { get; init; }

    public required string Currency { get; init; }

    public decimal CostBasis { get; init; }

    public decimal? Price { get; init; }

    public DateOnly? PriceDate { get; init; }

    public decimal? PreviousClose { get; init; }

    /// <summary>In the portfolio's currency, as are all figures.</summary>
    public Figure DayChange { get; init; }

    /// <summary>What the price did.</summary>
    public Figure DayChangeShare { get; init; }

    public decimal? MarketValue { get; init; }

    public decimal? UnrealisedGain { get; init; }

    public string? Unavailable { get; init; }

    public Figure ReportingValue { get; init; }

    public Figure PriceEffect { get; init; }

    public Figure CurrencyEffect { get; init; }

    public Figure Share { get; init; }

    /// <summary>The last closes, the oldest first.</summary>
    public IReadOnlyList<decimal> Sparkline { get; init; } = [];
}

public sealed record LotList(string Method, IReadOnlyList<Lot> Lots);

public sealed record Lot
{
    public required string Symbol { get; init; }

    public string? Account { get; init; }

    public DateOnly? Acquired { get; init; }

    public decimal Quantity { get; init; }

    public required string Currency { get; init; }

    public decimal? UnitCost { get; init; }

    public decimal CostBasis { get; init; }

    public Figure MarketValue { get; init; }

    public Figure UnrealisedGain { get; init; }
}

public sealed record AllocationBreakdown
{
    public required string Currency { get; init; }

    public Figure Total { get; init; }

    public IReadOnlyList<AllocationPart> ByAssetClass { get; init; } = [];

    public IReadOnlyList<AllocationPart> ByCurrency { get; init; } = [];

    public IReadOnlyList<AllocationPart> ByAccount { get; init; } = [];
}

public sealed record AllocationPart(string? Key, Figure Value, Figure Share);

public sealed record Instrument(string Symbol, string? Name, string? Currency, string? AssetClass);

public sealed record PriceHistory(string Symbol, string? Currency, string? Basis, IReadOnlyList<ClosingPrice> Prices);

public sealed record ClosingPrice(DateOnly Date, decimal Close);
