namespace FinanceHub.Data.Portfolios;

/// <summary>Limits of the storage.</summary>
public static class PortfolioRules
{
    /// <summary>The longest name of a portfolio.</summary>
    public const int LongestName = 100;
}
