namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>A page as somebody comes to it.</summary>
/// <param name="Visitor">Who.</param>
/// <param name="Route">The page's, as it declares it.</param>
/// <param name="Address">Where; what is in braces is one of the visitor's things.</param>
/// <param name="Status">What it answers.</param>
internal sealed record Stop(Visitor Visitor, string Route, string Address, int Status = 200)
{
    public string Name { get; } = string.Join('-', Address.Split(['/', '?', '=', '&', '{', '}', '.'], StringSplitOptions.RemoveEmptyEntries).Prepend(Visitor.ToString().ToLowerInvariant()));
}

/// <summary>Every page there is, in each state that looks different.</summary>
internal static class SiteTable
{
    /// <summary>Where the page for addresses that do not exist is shown, and where the one for what went wrong.</summary>
    private const string Missing = "/not-found", Error = "/error";

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new(Visitor.Nobody, "/", "/"),
        new(Visitor.Nobody, "/sign-in", "/sign-in?expired=true"),
        new(Visitor.Nobody, "/sign-up", "/sign-up"),
        new(Visitor.Nobody, Missing, "/nothing-there", 404),

        new(Visitor.Newcomer, "/portfolios", "/portfolios"),
        new(Visitor.Newcomer, "/watchlists", "/watchlists"),
        new(Visitor.Newcomer, "/alerts", "/alerts"),

        .. OfPortfolio(Visitor.Beginner, "", "/holdings", "/performance", "/dividends", "/activities", "/accounts"),
        new(Visitor.Beginner, "/watchlists/{Id:guid}", "/watchlists/{watchlist}"),

        new(Visitor.Saver, "/portfolios", "/portfolios"),
        .. OfPortfolio(Visitor.Saver, "", "/holdings", "/performance", "/dividends", "/dividends?range=all", "/activities", "/accounts", "/import", "/settings", "/delete"),
        .. OfPortfolio(Visitor.Saver, "/activities/new", "/activities/new?type=TRANSFER", "/activities/new?type=SPLIT"),
        .. Below("/holdings/{Name}", "/holdings/ACME?range=all", "/holdings/STARK", "/holdings/AURUM"),
        .. Below("/activities/{ActivityId:guid}", "/activities/{activity}"),
        .. Below("/activities/{ActivityId:guid}/delete", "/activities/{activity}/delete"),
        .. Below("/accounts/{AccountId:guid}", "/accounts/{account}"),
        .. Below("/accounts/{AccountId:guid}/delete", "/accounts/{account}/delete"),
        .. Below("/import/{ImportId:guid}", "/import/{import}", "/import/{faulty}", "/import/{import}?imported=2&duplicates=1"),
        new(Visitor.Saver, "/portfolios/{Id:guid}", $"/portfolios/{Guid.Empty}", 404),
        new(Visitor.Saver, "/watchlists", "/watchlists"),
        new(Visitor.Saver, "/watchlists/{Id:guid}", "/watchlists/{watchlist}"),
        new(Visitor.Saver, "/watchlists/{Id:guid}/delete", "/watchlists/{watchlist}/delete"),
        new(Visitor.Saver, "/alerts", "/alerts"),
        new(Visitor.Saver, "/alerts/new", "/alerts/new"),
        new(Visitor.Saver, "/alerts/{Id:guid}", "/alerts/{alert}"),
        new(Visitor.Saver, "/alerts/{Id:guid}/delete", "/alerts/{alert}/delete"),
        new(Visitor.Saver, "/settings", "/settings"),
        new(Visitor.Saver, "/settings/delete-account", "/settings/delete-account"),
        new(Visitor.Saver, Error, "{failing}portfolios/{portfolio}/performance", 503),
        new(Visitor.Saver, Error, "{failing}watchlists", 500),
    ];

    /// <summary>Pages whose routes have no parameter but the portfolio.</summary>
    private static IEnumerable<Stop> OfPortfolio(Visitor visitor, params string[] addresses) =>
        addresses.Select(address => new Stop(visitor, $"/portfolios/{{Id:guid}}{address.Split('?')[0]}", $"/portfolios/{{portfolio}}{address}"));

    private static IEnumerable<Stop> Below(string route, params string[] addresses) =>
        addresses.Select(address => new Stop(Visitor.Saver, $"/portfolios/{{Id:guid}}{route}", $"/portfolios/{{portfolio}}{address}"));
}
