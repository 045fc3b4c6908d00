namespace FinanceHub.Hosts.Tests.Web.Fake;

/// <summary>What can be read of the API.</summary>
internal static class FakeAnswers
{
    private static readonly string Portfolio = $"portfolios/{Sample.PortfolioId}";

    /// <summary>Null if there is no such thing.</summary>
    public static object? Of(string path, string query, bool empty) => path switch
    {
        "portfolios" => new[] { Sample.Portfolio, Sample.OtherPortfolio },
        "watchlists" => empty ? Array.Empty<object>() : [Sample.Watchlist],
        "alerts" => empty ? Array.Empty<object>() : Sample.Alerts,
        "alerts/history" => empty ? Sample.NoHistory : Sample.History,
        "instruments" => Sample.Instruments,
        _ when path == $"watchlists/{Sample.WatchlistId}" => empty ? Sample.EmptyWatchlist : Sample.Watchlist,
        _ when path == $"alerts/{Sample.AlertId}" => Sample.Alerts[0],
        _ when path == Portfolio => Sample.Portfolio,
        _ when path.StartsWith("instruments/", StringComparison.Ordinal) => OfInstrument(path["instruments/".Length..].Split('/')),
        _ when path.StartsWith(Portfolio + "/", StringComparison.Ordinal) => OfPortfolio(path[(Portfolio.Length + 1)..], query, empty),
        _ when path == $"portfolios/{Sample.OtherId}/holdings" => SampleFigures.NoHoldings,
        _ => null,
    };

    private static object? OfInstrument(string[] path) => (path[0], path.Length) switch
    {
        ("ACME", 1) => Sample.Instruments[0],
        ("ACME", 2) => SampleFigures.Prices,
        _ => null,
    };

    private static object? OfPortfolio(string path, string query, bool empty) => path switch
    {
        "holdings" => empty ? SampleFigures.NoHoldings : SampleFigures.Holdings,
        "allocation" => empty ? SampleFigures.NoAllocation : SampleFigures.Allocation,
        "lots" => empty ? new { method = "FIFO", lots = Array.Empty<object>() } : SampleFigures.Lots,
        "performance" => empty ? null : SampleFigures.Performance,
        "performance/series" => empty ? null : SampleFigures.Series,
        "performance/months" => empty ? new { months = Array.Empty<object>() } : SampleFigures.Months,
        "dividends" => empty ? SampleFigures.NoDividends : SampleFigures.Dividends,
        "accounts" => empty ? Array.Empty<object>() : Sample.Accounts,
        "activities" => empty || query.Contains("symbol=NONE", StringComparison.Ordinal) ? new { items = Array.Empty<object>(), page = 1, pageSize = 50, total = 0 } : new { items = Sample.Activities, page = 2, pageSize = 50, total = 131 },
        _ when path == $"activities/{Sample.ActivityId}" => Sample.Activities[0],
        _ when path == $"imports/{Sample.ImportId}" => Sample.Import,
        _ when path == $"imports/{Sample.FaultyImportId}" => Sample.FaultyImport,
        "exports/json" => new { portfolio = Sample.Portfolio },
        _ => null,
    };
}
