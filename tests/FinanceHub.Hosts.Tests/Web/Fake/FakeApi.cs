using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinanceHub.Hosts.Tests.Web.Fake;

/// <summary>An API that answers what is agreed on, always the same: pages are looked at with everything in them, and with nothing.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private readonly ConcurrentDictionary<string, HttpStatusCode> _statuses = [];
    private readonly ConcurrentDictionary<string, object> _answers = [];

    /// <summary>Whether a new user asks, who has a portfolio with nothing in it.</summary>
    public bool Empty { get; init; }

    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    /// <summary>Answers one question otherwise from now on.</summary>
    public void Answer(string question, HttpStatusCode status, object? answer = null)
    {
        _statuses[question] = status;
        _answers[question] = answer ?? new { title = "Refused.", status = (int)status };
    }

    /// <summary>The last request of that method whose path ends so.</summary>
    public FakeRequest Last(string method, string pathEnd) =>
        Requests.Last(request => request.Method == method && request.Path.EndsWith(pathEnd, StringComparison.Ordinal));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath["/api/v1/".Length..];
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Enqueue(new FakeRequest(
            request.Method.Method, path, request.RequestUri.Query, body, request.Headers.IfMatch.ToString(),
            request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null, request.Headers.Authorization?.Parameter));
        var question = $"{request.Method} {path}";
        if (_statuses.TryGetValue(question, out var status))
            return Reply(status, _answers[question], request);

        return request.Method == HttpMethod.Get ? Read(path, request) : Write(request.Method, path, request);
    }

    private HttpResponseMessage Read(string path, HttpRequestMessage request)
    {
        if (path.EndsWith("/exports/csv", StringComparison.Ordinal))
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("date,type\n2026-01-05,BUY\n", Encoding.UTF8, "text/csv") };

        return FakeAnswers.Of(path, request.RequestUri!.Query, Empty) is { } answer ? Reply(HttpStatusCode.OK, answer, request) : Reply(HttpStatusCode.NotFound, new { title = "Not Found", status = 404 }, request);
    }

    private static HttpResponseMessage Write(HttpMethod method, string path, HttpRequestMessage request) => path switch
    {
        "auth/sign-in" or "auth/refresh" => Reply(HttpStatusCode.OK, new { tokenType = "Bearer", accessToken = "access", expiresIn = 3600, refreshToken = "refresh" }, request),
        "portfolios" => Reply(HttpStatusCode.Created, Sample.Portfolio, request),
        "watchlists" => Reply(HttpStatusCode.Created, new { id = Sample.WatchlistId, name = "Ideas", revision = 1, items = Array.Empty<object>() }, request),
        _ when path.EndsWith("/imports", StringComparison.Ordinal) => Reply(HttpStatusCode.Created, Sample.Import, request),
        _ when path.EndsWith("/commit", StringComparison.Ordinal) => Reply(HttpStatusCode.OK, new { imported = 2, duplicates = 1 }, request),
        _ => Reply(method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.NoContent, new { }, request),
    };

    private static HttpResponseMessage Reply(HttpStatusCode status, object answer, HttpRequestMessage request)
    {
        var json = JsonSerializer.Serialize(answer, Json);
        var response = new HttpResponseMessage(status) { RequestMessage = request };
        if (status != HttpStatusCode.NoContent)
            response.Content = new StringContent(json, Encoding.UTF8, "application/json");
        response.Headers.ETag = new EntityTagHeaderValue("\"3\"");
        return response;
    }
}

internal sealed record FakeRequest(string Method, string Path, string Query, string Body, string IfMatch, string? IdempotencyKey, string? Token);
