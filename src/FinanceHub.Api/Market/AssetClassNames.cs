using FinanceHub.Domain.Instruments;

namespace FinanceHub.Api.Market;

/// <summary>The names that clients know: EQUITY, REAL_ESTATE and so on.</summary>
internal static class AssetClassNames
{
    public static string Of(AssetClass kind) => kind == AssetClass.RealEstate ? "REAL_ESTATE" : kind.ToString().ToUpperInvariant();
}
