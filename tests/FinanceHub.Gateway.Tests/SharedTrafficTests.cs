using System.Net;
using System.Text.Json.Nodes;
using FinanceHub.Gateway.Routing;
using FinanceHub.Testing;

namespace FinanceHub.Gateway.Tests;

/// <summary>Two releases behind one gateway: who gets which, and what is counted.</summary>
public sealed class SharedTrafficTests(TwoReleases releases) : IClassFixture<TwoReleases>, IDisposable
{
    private readonly GatewayUnderTest _gateway = releases.Gateway;

    // Each request is a client of its own unless the test says otherwise.
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = releases.Gateway.Http.BaseAddress };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_browser_stays_on_one_release_for_pages_and_data_and_moves_at_most_once()
    {
        await ShareAsync(newWeight: 50);
        var buckets = new HashSet<int>();
        while (buckets.Count < 10)
        {
            using var first = await GetAsync("/", cookie: null);
            var bucket = BucketOf(first).ShouldNotBeNull("while two releases share the traffic a browser gets its bucket");
            var release = ReleaseOf(first);
            release.ShouldBe(bucket < 50 ? "r2" : "r1", "the cookie says which release answered");
            foreach (var path in new[] { "/", "/app.css", "/api/v1/things" })
            {
                using var next = await GetAsync(path, bucket);
                ReleaseOf(next).ShouldBe(release);
                BucketOf(next).ShouldBeNull("it has one");
            }

            buckets.Add(bucket);
        }

        await ShareAsync(newWeight: 80);
        foreach (var bucket in buckets)
        {
            using var later = await GetAsync("/", bucket);
            ReleaseOf(later).ShouldBe(bucket < 80 ? "r2" : "r1");
        }
    }

    [Fact]
    public async Task The_cookie_is_of_the_session_and_out_of_reach_of_scripts()
    {
        await ShareAsync(newWeight: 50);
        using var answer = await GetAsync("/", cookie: null);
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("; path=/; samesite=lax; httponly");
        cookie.ShouldNotContain("expires");
        cookie.ShouldNotContain("max-age");
    }

    [Fact]
    public async Task An_API_client_stays_on_one_release_without_a_cookie()
    {
        await ShareAsync(newWeight: 50);
        var releasesSeen = new HashSet<string>();
        for (var client = 0; client < 20; client++)
        {
            var seen = new HashSet<string>();
            for (var turn = 0; turn < 5; turn++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/things");
                request.Headers.Authorization = new("Bearer", $"client-{client}");
                using var answer = await _client.SendAsync(request, Ct);
                BucketOf(answer).ShouldBeNull();
                seen.Add(ReleaseOf(answer));
            }

            releasesSeen.Add(seen.ShouldHaveSingleItem());
        }

        releasesSeen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task While_one_release_serves_nobody_gets_a_cookie()
    {
        await _gateway.RouteToAsync(releases.First);
        using var answer = await GetAsync("/", cookie: null);
        BucketOf(answer).ShouldBeNull();
    }

    [Fact]
    public async Task Requests_errors_and_times_are_counted_by_release()
    {
        await _gateway.RouteToAsync(releases.First);
        var before = await CountsAsync("r1");
        using (await GetAsync("/", cookie: null))
        {
            // counted below
        }

        await _client.GetStringAsync("/stub/slow?milliseconds=300", Ct);
        using (var broken = await _client.PostAsync("/stub/crash", new StringContent("x"), Ct))
        {
            broken.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        }

        // Until its supervisor has started it again, its clients get the other release: the next test must not meet that.
        await Eventually.AnswersAsync(_gateway.Http, new Uri(releases.First.Address));
        await Eventually.TrueAsync(async () => (await CountsAsync("r1")).Requests == before.Requests + 3, "three requests to be counted");
        var after = await CountsAsync("r1");
        (after.Errors - before.Errors).ShouldBe(1);
        (after.Latency.Sum() - before.Latency.Sum()).ShouldBe(3);
        var slow = after.Bounds.Select((bound, index) => (bound, index)).Where(entry => entry.bound >= 300).Min(entry => entry.index);
        (after.Latency.Skip(slow).Sum() - before.Latency.Skip(slow).Sum()).ShouldBeGreaterThanOrEqualTo(1);
        using var put = await _gateway.Http.PutAsync(_gateway.Admin("/traffic"), null, Ct);
        put.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private async Task ShareAsync(int newWeight)
    {
        using var answer = await _gateway.PutRoutesAsync((releases.First.Address, "r1", 100 - newWeight), (releases.Second.Address, "r2", newWeight));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, int? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is { } bucket)
            request.Headers.Add("Cookie", $"other=1; {ClientBucket.CookieName}={bucket}");
        return await _client.SendAsync(request, Ct);
    }

    private async Task<(long Requests, long Errors, List<long> Latency, List<double> Bounds)> CountsAsync(string releaseId)
    {
        var report = JsonNode.Parse(await _gateway.Http.GetStringAsync(_gateway.Admin("/traffic"), Ct))!;
        var bounds = report["latencyBounds"]!.AsArray().Select(bound => bound!.GetValue<double>()).ToList();
        return report["releases"]![releaseId] is not { } release
            ? (0, 0, [.. Enumerable.Repeat(0L, bounds.Count + 1)], bounds)
            : (release["requests"]!.GetValue<long>(), release["errors"]!.GetValue<long>(), [.. release["latency"]!.AsArray().Select(count => count!.GetValue<long>())], bounds);
    }

    private static string ReleaseOf(HttpResponseMessage answer) => answer.Headers.GetValues("X-Release-Id").Single();

    private static int? BucketOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.SingleOrDefault(cookie => cookie.StartsWith(ClientBucket.CookieName, StringComparison.Ordinal)) is { } own
            ? int.Parse(own.Split('=', ';')[1], System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
