using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

/// <summary>What a portfolio holds. A figure that is not known is null or has none, and a reason says why.</summary>
internal sealed record HoldingsResponse
{
    public required string Currency { get; init; }

    /// <summary>The day whose exchange rates count.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Securities without cash.</summary>
    public required decimal? TotalValue { get; init; }

    public required decimal? RealisedGain { get; init; }

    /// <summary>Why a total is missing.</summary>
    public required string? Unavailable { get; init; }

    public required Figure CashValue { get; init; }

    public required Figure NetWorth { get; init; }

    public required Figure UnrealisedGain { get; init; }

    /// <summary>The sum of what the holdings changed.</summary>
    public required Figure DayChange { get; init; }

    /// <summary>Of what the securities were worth before.</summary>
    public required Figure DayChangeShare { get; init; }

    public required IReadOnlyList<HoldingResponse> Holdings { get; init; }

    public required IReadOnlyList<CashResponse> Cash { get; init; }

    public static HoldingsResponse Of(PortfolioSnapshot snapshot, int sparkline)
    {
        var (valuation, before) = (snapshot.Valuation, snapshot.Before);
        var change = Figure.Sum(valuation.Holdings.Select(snapshot.DayChange));
        return new HoldingsResponse
        {
            Currency = valuation.Currency,
            AsOf = snapshot.Day,
            TotalValue = valuation.TotalValue.Value,
            RealisedGain = valuation.RealisedGain.Value,
            Unavailable = valuation.TotalValue.Reason ?? valuation.RealisedGain.Reason,
            CashValue = valuation.CashValue,
            NetWorth = valuation.NetWorth,
            UnrealisedGain = valuation.UnrealisedEffects.Total,
            DayChange = change,
            DayChangeShare = change / before.TotalValue,
            Holdings = [.. valuation.Holdings.Select(holding => HoldingResponse.Of(snapshot, holding, sparkline))],
            Cash = [.. snapshot.Ledger.Cash.Select(pair => new CashResponse(pair.Key, pair.Value.Balance))],
        };
    }
}

internal sealed record CashResponse(string Currency, decimal Balance);
