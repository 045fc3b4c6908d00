using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

/// <summary>What a portfolio holds. A figure that is not known is null, and <see cref="Unavailable"/> says why.</summary>
internal sealed record HoldingsResponse
{
    public required string Currency { get; init; }

    public required decimal? TotalValue { get; init; }

    public required decimal? RealisedGain { get; init; }

    /// <summary>Why a total is missing.</summary>
    public required string? Unavailable { get; init; }

    public required IReadOnlyList<HoldingResponse> Holdings { get; init; }

    public required IReadOnlyList<CashResponse> Cash { get; init; }

    public static HoldingsResponse Of(PortfolioValuation valuation, Ledger ledger) => new()
    {
        Currency = valuation.Currency,
        TotalValue = valuation.TotalValue.Value,
        RealisedGain = valuation.RealisedGain.Value,
        Unavailable = valuation.TotalValue.Reason ?? valuation.RealisedGain.Reason,
        Holdings = [.. valuation.Holdings.Select(HoldingResponse.Of)],
        Cash = [.. ledger.Cash.Select(pair => new CashResponse(pair.Key, pair.Value.Balance))],
    };
}

internal sealed record HoldingResponse
{
    public required string Symbol { get; init; }

    public required decimal Quantity { get; init; }

    public required string Currency { get; init; }

    public required decimal CostBasis { get; init; }

    public required decimal? Price { get; init; }

    public required DateOnly? PriceDate { get; init; }

    public required decimal? MarketValue { get; init; }

    public required decimal? UnrealisedGain { get; init; }

    /// <summary>Why there is no price.</summary>
    public required string? Unavailable { get; init; }

    public static HoldingResponse Of(HoldingValuation holding) => new()
    {
        Symbol = holding.Position.Symbol,
        Quantity = holding.Position.Quantity,
        Currency = holding.Position.Currency,
        CostBasis = holding.Position.CostBasis,
        Price = holding.Price.Value,
        PriceDate = holding.PriceDate,
        MarketValue = holding.MarketValue.Value,
        UnrealisedGain = holding.UnrealisedGain.Value,
        Unavailable = holding.Price.Reason,
    };
}

internal sealed record CashResponse(string Currency, decimal Balance);
