using System.Globalization;

namespace FinanceHub.Web.Api;

/// <content>Activities.</content>
internal sealed partial class ApiClient
{
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

    public Task<Activity?> FindActivityAsync(Guid id, Guid activity) => GetAsync($"portfolios/{id}/activities/{activity}", ApiJson.Default.Activity);

    /// <param name="id">The portfolio.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="form">Identifies the form: sent twice it enters one activity.</param>
    public Task<ApiProblem?> AddActivityAsync(Guid id, NewActivity activity, string? form) =>
        RefusalOf(Call(HttpMethod.Post, $"portfolios/{id}/activities", activity, ApiJson.Default.NewActivity) with { IdempotencyKey = form });

    public Task<ApiProblem?> ChangeActivityAsync(Guid id, Guid activity, NewActivity change, string? revision) =>
        RefusalOf(Call(HttpMethod.Put, $"portfolios/{id}/activities/{activity}", change, ApiJson.Default.NewActivity) with { Revision = revision });

    public Task<ApiProblem?> DeleteActivityAsync(Guid id, Guid activity, string? revision) =>
        RefusalOf(new(HttpMethod.Delete, $"portfolios/{id}/activities/{activity}") { Revision = revision });
}
