namespace FinanceHub.Web.PortfolioAccounts;

/// <summary>Accounts for people.</summary>
internal static class AccountNames
{
    /// <summary>What names no account is in the one that has no name.</summary>
    public static string Display(string? name) => string.IsNullOrEmpty(name) ? "No account" : name;
}
