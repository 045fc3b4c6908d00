using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

/// <summary>The units held, as they were acquired.</summary>
internal sealed record LotsResponse(string Method, IReadOnlyList<LotResponse> Lots)
{
    public static LotsResponse Of(PortfolioSnapshot snapshot, CostMethod method, string? symbol) => new(
        method.ToString().ToUpperInvariant(),
        [.. from holding in snapshot.Valuation.Holdings
            where symbol is null || holding.Position.Symbol == symbol
            from lot in holding.Position.Lots
            select LotResponse.Of(holding, lot)]);
}

internal sealed record LotResponse
{
    public required string Symbol { get; init; }

    /// <summary>Empty for the unnamed one.</summary>
    public required string Account { get; init; }

    public required DateOnly Acquired { get; init; }

    public required decimal Quantity { get; init; }

    public required string Currency { get; init; }

    public required decimal UnitCost { get; init; }

    public required decimal CostBasis { get; init; }

    public required Figure MarketValue { get; init; }

    public required Figure UnrealisedGain { get; init; }

    public static LotResponse Of(HoldingValuation holding, Lot lot)
    {
        var value = holding.Price * Figure.Of(lot.Quantity);
        return new LotResponse
        {
            Symbol = holding.Position.Symbol,
            Account = lot.Account,
            Acquired = lot.Acquired,
            Quantity = lot.Quantity,
            Currency = holding.Position.Currency,
            UnitCost = lot.UnitCost,
            CostBasis = lot.CostBasis,
            MarketValue = value,
            UnrealisedGain = value - Figure.Of(lot.CostBasis),
        };
    }
}
