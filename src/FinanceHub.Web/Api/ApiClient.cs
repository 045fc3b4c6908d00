using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authentication;

namespace FinanceHub.Web.Api;

/// <summary>The API, as the user of the current request.</summary>
internal sealed class ApiClient(HttpClient client, IHttpContextAccessor contexts)
{
    /// <summary>The name under which the session keeps the token.</summary>
    public const string TokenName = "access_token";

    public Task<ApiProblem?> RegisterAsync(Credentials credentials) =>
        RefusalOf(HttpMethod.Post, "auth/register", credentials, ApiJson.Default.Credentials);

    public Task<ApiResult<TokenAnswer>> SignInAsync(Credentials credentials) =>
        SendAsync(HttpMethod.Post, "auth/sign-in", credentials, ApiJson.Default.Credentials, ApiJson.Default.TokenAnswer);

    public Task<ApiProblem?> SignOutAsync() => RefusalOf<Credentials>(HttpMethod.Post, "auth/sign-out", null, ApiJson.Default.Credentials);

    public Task<IReadOnlyList<Portfolio>?> ListPortfoliosAsync() => GetAsync("portfolios", ApiJson.Default.IReadOnlyListPortfolio);

    public Task<ApiResult<Portfolio>> CreatePortfolioAsync(NewPortfolio portfolio) =>
        SendAsync(HttpMethod.Post, "portfolios", portfolio, ApiJson.Default.NewPortfolio, ApiJson.Default.Portfolio);

    /// <summary>Null if the user has no such portfolio.</summary>
    public Task<Portfolio?> FindPortfolioAsync(Guid id) => GetAsync($"portfolios/{id}", ApiJson.Default.Portfolio);

    public Task<Holdings?> GetHoldingsAsync(Guid id) => GetAsync($"portfolios/{id}/holdings", ApiJson.Default.Holdings);

    /// <summary>The oldest first, as many as one answer has.</summary>
    public async Task<IReadOnlyList<Activity>?> ListActivitiesAsync(Guid id) =>
        (await GetAsync($"portfolios/{id}/activities?sort=date&pageSize=500", ApiJson.Default.ActivityPage))?.Items;

    public Task<ApiProblem?> AddActivityAsync(Guid id, Activity activity) =>
        RefusalOf(HttpMethod.Post, $"portfolios/{id}/activities", activity, ApiJson.Default.Activity);

    private async Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        using var answer = await AnswerAsync<object>(HttpMethod.Get, path, null, null);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(answer, type);
    }

    private async Task<ApiProblem?> RefusalOf<TBody>(HttpMethod method, string path, TBody? body, JsonTypeInfo<TBody> bodyType)
        where TBody : class
    {
        using var answer = await AnswerAsync(method, path, body, bodyType);
        return answer.IsSuccessStatusCode ? null : await ReadAsync(answer, ApiJson.Default.ApiProblem);
    }

    private async Task<ApiResult<T>> SendAsync<TBody, T>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type)
        where TBody : class
        where T : class
    {
        using var answer = await AnswerAsync(method, path, body, bodyType);
        return answer.IsSuccessStatusCode
            ? new ApiResult<T> { Value = await ReadAsync(answer, type) }
            : new ApiResult<T> { Problem = await ReadAsync(answer, ApiJson.Default.ApiProblem) };
    }

    private async Task<HttpResponseMessage> AnswerAsync<TBody>(HttpMethod method, string path, TBody? body, JsonTypeInfo<TBody>? bodyType)
        where TBody : class
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        var token = contexts.HttpContext is { } context ? await context.GetTokenAsync(TokenName) : null;
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body, bodyType!);
        var answer = await TrySendAsync(request);
        if (answer.StatusCode < HttpStatusCode.InternalServerError && (answer.StatusCode != HttpStatusCode.Unauthorized || token is null))
            return answer;

        using (answer)
        {
            throw answer.StatusCode == HttpStatusCode.Unauthorized
                ? new SessionExpiredException()
                : new ApiUnavailableException($"{method} {path} was answered with {(int)answer.StatusCode}.");
        }
    }

    private async Task<HttpResponseMessage> TrySendAsync(HttpRequestMessage request)
    {
        try
        {
            return await client.SendAsync(request, contexts.HttpContext?.RequestAborted ?? default);
        }
        catch (HttpRequestException fault)
        {
            throw new ApiUnavailableException($"{request.Method} {request.RequestUri} was not answered: {fault.Message}", fault);
        }
        catch (TaskCanceledException fault) when (fault.InnerException is TimeoutException)
        {
            throw new ApiUnavailableException($"{request.Method} {request.RequestUri} was not answered within {client.Timeout.TotalSeconds:0} s.", fault);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync(type) ?? throw new JsonException("null");
        }
        catch (JsonException fault)
        {
            throw new ApiUnavailableException($"{answer.RequestMessage?.RequestUri} was answered with {(int)answer.StatusCode} and something that is not the agreed JSON.", fault);
        }
    }
}
