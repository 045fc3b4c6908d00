using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace FinanceHub.Web.Api;

/// <summary>The API, as the user of the current request. What it can be asked is in one part per feature.</summary>
internal sealed partial class ApiClient(HttpClient client, IHttpContextAccessor contexts)
{
    /// <summary>The name under which the session keeps the token.</summary>
    public const string TokenName = "access_token";

    private CancellationToken Aborted => contexts.HttpContext?.RequestAborted ?? default;

    /// <summary>What is there; null if nothing is, or nothing of this user's.</summary>
    private async Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        var found = await FindAsync(path, type);
        return found.Problem is { } problem ? throw new ApiUnavailableException($"GET {path} was refused: {problem.Title} {problem.Detail}") : found.Value;
    }

    /// <summary>For a question with something in it that a user typed: neither value nor problem if nothing is there.</summary>
    private async Task<ApiResult<T>> FindAsync<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        using var answer = await AnswerAsync(new ApiCall(HttpMethod.Get, path));
        return answer.StatusCode == HttpStatusCode.NotFound ? new ApiResult<T>() : await ResultAsync(answer, type);
    }

    private async Task<ApiResult<T>> SendAsync<T>(ApiCall call, JsonTypeInfo<T> type)
        where T : class
    {
        using var answer = await AnswerAsync(call);
        return await ResultAsync(answer, type);
    }

    private async Task<ApiProblem?> RefusalOf(ApiCall call)
    {
        using var answer = await AnswerAsync(call);
        return answer.IsSuccessStatusCode ? null : await ProblemAsync(answer);
    }

    private async Task<HttpResponseMessage> AnswerAsync(ApiCall call)
    {
        using var request = new HttpRequestMessage(call.Method, $"/api/v1/{call.Path}") { Content = call.Content };
        var token = call.Anonymous || contexts.HttpContext is not { } context ? null : await context.GetTokenAsync(TokenName);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (call.Revision is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{call.Revision}\""));
        if (call.IdempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", call.IdempotencyKey);
        var answer = await TrySendAsync(request);
        if (answer.StatusCode < HttpStatusCode.InternalServerError && (answer.StatusCode != HttpStatusCode.Unauthorized || token is null))
            return answer;

        using (answer)
        {
            throw answer.StatusCode == HttpStatusCode.Unauthorized
                ? new SessionExpiredException()
                : new ApiUnavailableException($"{call.Method} {call.Path} was answered with {(int)answer.StatusCode}.");
        }
    }

    private async Task<HttpResponseMessage> TrySendAsync(HttpRequestMessage request)
    {
        try
        {
            // The body is read by whoever asked: an export may be long.
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Aborted);
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

    private async Task<ApiResult<T>> ResultAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type)
        where T : class => answer.IsSuccessStatusCode
            ? new ApiResult<T> { Value = await ReadAsync(answer, type) }
            : new ApiResult<T> { Problem = await ProblemAsync(answer) };

    private async Task<ApiProblem> ProblemAsync(HttpResponseMessage answer)
    {
        // What refuses before the API's own code does, such as a limit on the size of a body, says nothing but its status.
        var problem = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? await ReadAsync(answer, ApiJson.Default.ApiProblem)
            : new ApiProblem { Title = ReasonPhrases.GetReasonPhrase((int)answer.StatusCode) };
        return problem with { Status = answer.StatusCode };
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync(type, Aborted) ?? throw new JsonException("null");
        }
        catch (JsonException fault)
        {
            throw new ApiUnavailableException($"{answer.RequestMessage?.RequestUri} was answered with {(int)answer.StatusCode} and something that is not the agreed JSON.", fault);
        }
        catch (HttpRequestException fault)
        {
            throw new ApiUnavailableException($"{answer.RequestMessage?.RequestUri} was answered by half: {fault.Message}", fault);
        }
    }

    private static ApiCall Call<TBody>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> type) =>
        new(method, path) { Content = JsonContent.Create(body, type) };

    private static string WithUnknownSymbols(string path, bool allowed) => allowed ? WithQuery(path, ("allowUnknownSymbols", "true")) : path;

    private static string WithQuery(string path, params (string Name, string? Value)[] query) =>
        QueryHelpers.AddQueryString(path, query.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
