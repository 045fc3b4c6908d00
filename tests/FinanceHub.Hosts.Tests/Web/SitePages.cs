using FinanceHub.Hosts.Tests.Web.Fake;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>Every page there is, and the heading it has.</summary>
internal static class SitePages
{
    private static readonly string Portfolio = $"/portfolios/{Sample.PortfolioId}";

    public static IReadOnlyDictionary<string, string> Public { get; } = new Dictionary<string, string>
    {
        ["/"] = "What you hold, what it cost, what it is worth",
        ["/sign-in"] = "Sign in",
        ["/sign-up"] = "Sign up",
    };

    /// <summary>For users; there also for one who has entered nothing yet.</summary>
    public static IReadOnlyDictionary<string, string> Private { get; } = new Dictionary<string, string>
    {
        ["/portfolios"] = "Portfolios",
        [Portfolio] = "Long-term savings",
        [$"{Portfolio}/holdings"] = "Holdings",
        [$"{Portfolio}/holdings/ACME"] = "ACME",
        [$"{Portfolio}/performance"] = "Performance",
        [$"{Portfolio}/performance?from=2026-01-01&to=2026-02-01"] = "Performance",
        [$"{Portfolio}/dividends"] = "Dividends",
        [$"{Portfolio}/dividends?range=all"] = "Dividends",
        [$"{Portfolio}/activities"] = "Activities",
        [$"{Portfolio}/activities?type=BUY&symbol=NONE&page=nonsense&from=yesterday"] = "Activities",
        [$"{Portfolio}/activities/new"] = "Enter an activity",
        [$"{Portfolio}/import"] = "Import and export",
        [$"{Portfolio}/import/{Sample.ImportId}"] = "Check the file",
        [$"{Portfolio}/import/{Sample.FaultyImportId}"] = "Check the file",
        [$"{Portfolio}/import/{Sample.ImportId}?imported=2&duplicates=1"] = "Imported",
        [$"{Portfolio}/accounts"] = "Accounts",
        [$"{Portfolio}/settings"] = "Portfolio settings",
        [$"{Portfolio}/delete"] = "Delete this portfolio?",
        ["/watchlists"] = "Watchlists",
        [$"/watchlists/{Sample.WatchlistId}"] = "Ideas",
        [$"/watchlists/{Sample.WatchlistId}/delete"] = "Delete this watchlist?",
        ["/alerts"] = "Alerts",
        ["/alerts/new?symbol=ACME"] = "New alert",
        [$"/alerts/{Sample.AlertId}"] = "Edit an alert",
        [$"/alerts/{Sample.AlertId}/delete"] = "Delete this alert?",
        ["/settings"] = "Settings",
        ["/settings/delete-account"] = "Delete your account?",
        [$"{Portfolio}/activities/{Sample.ActivityId}"] = "Edit an activity",
        [$"{Portfolio}/activities/{Sample.ActivityId}/delete"] = "Delete this activity?",
    };

    /// <summary>Only for a user who has such an account.</summary>
    public static IReadOnlyDictionary<string, string> Filled { get; } = new Dictionary<string, string>
    {
        [$"{Portfolio}/accounts/{Sample.AccountId}"] = "Rename an account",
        [$"{Portfolio}/accounts/{Sample.AccountId}/delete"] = "Delete this account?",
    };

    public static IReadOnlyDictionary<string, string> Missing { get; } = new Dictionary<string, string>
    {
        [$"/portfolios/{Guid.Empty}"] = "You have no such portfolio",
        [$"{Portfolio}/holdings/NOTHING"] = "Nothing is known of this symbol",
        [$"{Portfolio}/activities/{Guid.Empty}"] = "There is no such activity",
        [$"{Portfolio}/import/{Guid.Empty}"] = "This import is over",
        [$"/watchlists/{Guid.Empty}"] = "You have no such watchlist",
        [$"/alerts/{Guid.Empty}"] = "You have no such alert",
        ["/nothing-there"] = "There is no such page",
    };
}
