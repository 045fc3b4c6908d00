namespace FinanceHub.Web.Dashboard;

/// <summary>The kinds of instruments, for people.</summary>
internal static class AssetClasses
{
    public static string Name(string? key) => key?.ToUpperInvariant() switch
    {
        "EQUITY" => "Shares",
        "BOND" => "Bonds",
        "FUND" => "Funds",
        "COMMODITY" => "Commodities",
        "REAL_ESTATE" or "REALESTATE" => "Real estate",
        "CRYPTO" => "Crypto",
        "CASH" => "Cash",
        _ => "Other",
    };
}
