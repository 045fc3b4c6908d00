using System.Globalization;

namespace FinanceHub.Web.Api;

/// <content>Activities.</content>
internal sealed partial class ApiClient
{
    /// <summary>The API gives no more at once.</summary>
    private const int LargestPage = 500;

    /// <summary>Nobody has so many of what asks for all of them; who does shall not wait for ever.</summary>
    private const int MostPages = 20;

    public Task<ApiResult<ActivityList>> ListActivitiesAsync(Guid id, ActivityQuery query) => FindAsync(
        WithQuery(
            $"portfolios/{id}/activities",
            ("page", query.Page.ToString(CultureInfo.InvariantCulture)),
            ("pageSize", query.PageSize.ToString(CultureInfo.InvariantCulture)),
            ("type", query.Type),
            ("symbol", query.Symbol),
            ("account", query.Account),
            ("from", query.From),
            ("to", query.To),
            ("sort", query.Sort)),
        ApiJson.Default.ActivityList);

    /// <summary>All activities of a symbol, the newest first; of more than ten thousand those.</summary>
    public async Task<IReadOnlyList<Activity>> ListAllActivitiesAsync(Guid id, string symbol)
    {
        List<Activity> all = [];
        for (var page = 1; page <= MostPages; page++)
        {
            var found = (await ListActivitiesAsync(id, new ActivityQuery { Symbol = symbol, Page = page, PageSize = LargestPage })).Value;
            all.AddRange(found?.Items ?? []);
            if (found is null || page * LargestPage >= found.Total)
                break;
        }

        return all;
    }

    public Task<Activity?> FindActivityAsync(Guid id, Guid activity) => GetAsync($"portfolios/{id}/activities/{activity}", ApiJson.Default.Activity);

    /// <param name="id">The portfolio.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="form">Identifies the form: sent twice it enters one activity.</param>
    /// <param name="allowUnknownSymbol">Whether a symbol that nobody knows is meant.</param>
    public Task<ApiProblem?> AddActivityAsync(Guid id, NewActivity activity, string? form, bool allowUnknownSymbol) =>
        RefusalOf(Call(HttpMethod.Post, WithUnknownSymbols($"portfolios/{id}/activities", allowUnknownSymbol), activity, ApiJson.Default.NewActivity) with { IdempotencyKey = form });

    public Task<ApiProblem?> ChangeActivityAsync(Guid id, Guid activity, NewActivity change, string? revision, bool allowUnknownSymbol) =>
        RefusalOf(Call(HttpMethod.Put, WithUnknownSymbols($"portfolios/{id}/activities/{activity}", allowUnknownSymbol), change, ApiJson.Default.NewActivity) with { Revision = revision });

    public Task<ApiProblem?> DeleteActivityAsync(Guid id, Guid activity, string? revision) =>
        RefusalOf(new(HttpMethod.Delete, $"portfolios/{id}/activities/{activity}") { Revision = revision });
}
