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

    /// <summary>The day that the change is about: that of the latest price.</summary>
    public required DateOnly DayChangeOn { get; init; }

    /// <summary>What prices made of the securities on that day; of what was traded on it, since the trade. Charges and dividends are no part of it.</summary>
    public required Figure DayChange { get; init; }

    /// <summary>Of what the securities were worth before, and what was bought for on the day.</summary>
    public required Figure DayChangeShare { get; init; }

    public required IReadOnlyList<HoldingResponse> Holdings { get; init; }

    public required IReadOnlyList<CashResponse> Cash { get; init; }

    public static HoldingsResponse Of(PortfolioSnapshot snapshot, int sparkline)
    {
        var (valuation, changes) = (snapshot.Valuation, snapshot.Changes);
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
            DayChangeOn = changes.Day,
            DayChange = changes.Total,
            DayChangeShare = changes.Share,
            Holdings = [.. valuation.Holdings.Select(holding => HoldingResponse.Of(snapshot, holding, sparkline))],
            Cash = [.. snapshot.Ledger.Cash.Select(pair => new CashResponse(pair.Key, pair.Value.Balance))],
        };
    }
}

internal sealed record CashResponse(string Currency, decimal Balance);
