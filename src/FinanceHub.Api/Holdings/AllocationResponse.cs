using FinanceHub.Api.Market;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

/// <summary>How a portfolio is spread, securities and cash.</summary>
internal sealed record AllocationResponse
{
    public required string Currency { get; init; }

    public required Figure Total { get; init; }

    public required IReadOnlyList<SliceResponse> ByAssetClass { get; init; }

    public required IReadOnlyList<SliceResponse> ByCurrency { get; init; }

    /// <summary>The unnamed account is the empty text.</summary>
    public required IReadOnlyList<SliceResponse> ByAccount { get; init; }

    public static AllocationResponse Of(PortfolioSnapshot snapshot)
    {
        var classes = snapshot.Quotes.ToDictionary(pair => pair.Key, pair => pair.Value.AssetClass, StringComparer.Ordinal);
        var allocation = Allocation.Of(snapshot.Ledger, snapshot.Valuation, classes, snapshot.Rates, snapshot.Day);
        return new AllocationResponse
        {
            Currency = snapshot.Valuation.Currency,
            Total = snapshot.Valuation.NetWorth,
            ByAssetClass = Slices(allocation.ByAssetClass, AssetClassNames.Of),
            ByCurrency = Slices(allocation.ByCurrency, key => key),
            ByAccount = Slices(allocation.ByAccount, key => key),
        };
    }

    private static IReadOnlyList<SliceResponse> Slices<TKey>(IReadOnlyList<AllocationSlice<TKey>> slices, Func<TKey, string> name) =>
        [.. slices.Select(slice => new SliceResponse(name(slice.Key), slice.Value, slice.Share))];
}

internal sealed record SliceResponse(string Key, Figure Value, Figure Share);
