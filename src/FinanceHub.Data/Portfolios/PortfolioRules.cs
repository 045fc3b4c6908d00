namespace FinanceHub.Data.Portfolios;

/// <summary>Limits of the storage.</summary>
public static class PortfolioRules
{
    /// <summary>The longest name of a portfolio.</summary>
    public const int LongestName = 100;

    /// <summary>The longest note of an activity.</summary>
    public const int LongestNote = 500;

    /// <summary>The longest name that another system has for an activity.</summary>
    public const int LongestExternalId = 100;
}
