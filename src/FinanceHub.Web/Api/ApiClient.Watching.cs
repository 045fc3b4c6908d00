namespace FinanceHub.Web.Api;

/// <content>Watchlists and alerts.</content>
internal sealed partial class ApiClient
{
    /// <summary>Null if this installation has no watchlists.</summary>
    public Task<IReadOnlyList<Watchlist>?> ListWatchlistsAsync() => GetAsync("watchlists", ApiJson.Default.IReadOnlyListWatchlist);

    public Task<Watchlist?> FindWatchlistAsync(Guid id) => GetAsync($"watchlists/{id}", ApiJson.Default.Watchlist);

    public Task<ApiResult<Watchlist>> CreateWatchlistAsync(Naming name) =>
        SendAsync(Call(HttpMethod.Post, "watchlists", name, ApiJson.Default.Naming), ApiJson.Default.Watchlist);

    public Task<ApiProblem?> RenameWatchlistAsync(Guid id, Naming name, string? revision) =>
        RefusalOf(Call(HttpMethod.Put, $"watchlists/{id}", name, ApiJson.Default.Naming) with { Revision = revision });

    public Task<ApiProblem?> DeleteWatchlistAsync(Guid id, string? revision) => RefusalOf(new(HttpMethod.Delete, $"watchlists/{id}") { Revision = revision });

    public Task<ApiProblem?> WatchAsync(Guid id, string symbol) => RefusalOf(new(HttpMethod.Put, $"watchlists/{id}/items/{Symbol.InAddress(symbol)}"));

    public Task<ApiProblem?> UnwatchAsync(Guid id, string symbol) => RefusalOf(new(HttpMethod.Delete, $"watchlists/{id}/items/{Symbol.InAddress(symbol)}"));

    /// <summary>Null if this installation has no alerts.</summary>
    public Task<IReadOnlyList<Alert>?> ListAlertsAsync() => GetAsync("alerts", ApiJson.Default.IReadOnlyListAlert);

    public Task<Alert?> FindAlertAsync(Guid id) => GetAsync($"alerts/{id}", ApiJson.Default.Alert);

    public Task<ApiProblem?> AddAlertAsync(NewAlert alert) => RefusalOf(Call(HttpMethod.Post, "alerts", alert, ApiJson.Default.NewAlert));

    public Task<ApiProblem?> ChangeAlertAsync(Guid id, NewAlert alert, string? revision) =>
        RefusalOf(Call(HttpMethod.Put, $"alerts/{id}", alert, ApiJson.Default.NewAlert) with { Revision = revision });

    public Task<ApiProblem?> DeleteAlertAsync(Guid id, string? revision) => RefusalOf(new(HttpMethod.Delete, $"alerts/{id}") { Revision = revision });

    /// <summary>Null if this installation has no alerts.</summary>
    public Task<AlertHistory?> GetAlertHistoryAsync(int page, int pageSize) =>
        GetAsync(WithQuery("alerts/history", ("page", Text(page)), ("pageSize", Text(pageSize))), ApiJson.Default.AlertHistory);

    public Task<ApiProblem?> ReadAlertsAsync() => RefusalOf(new(HttpMethod.Post, "alerts/history/read"));
}
