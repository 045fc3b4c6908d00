using System.Net.Http.Json;
using System.Text.Json;
using FinanceHub.Api;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>What a deployment sets: features and limits.</summary>
public abstract class DeploymentTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_feature_that_is_off_has_no_routes_and_the_version_says_so()
    {
        await using var api = Start(("Features:Watchlists", "false"), ("Features:Alerts", "false"), ("Features:ApiReference", "false"));
        using var client = api.CreateClient();
        var ada = await Customer.SignedInAsync(client);

        foreach (var path in new[] { "watchlists", "alerts", "alerts/history", "openapi.json" })
            (await ada.GetAsync(path)).ShouldBeProblem(404);
        var features = (await client.GetFromJsonAsync<JsonElement>("/version", TestContext.Current.CancellationToken)).GetProperty("features");
        features.EnumerateObject().Select(feature => (feature.Name, feature.Value.GetBoolean()))
            .ShouldBe([("imports", true), ("alerts", false), ("watchlists", false), ("apiReference", false)], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_when_to_come_back_and_others_are_not_affected()
    {
        await using var api = Start(("RateLimits:UserPerSecond", "1"), ("RateLimits:UserBurst", "3"));
        var ada = await Customer.SignedInAsync(api.CreateClient());
        var bob = await Customer.SignedInAsync(api.CreateClient());

        var answers = new List<Answer>();
        for (var i = 0; i < 10; i++)
            answers.Add(await ada.GetAsync("portfolios"));

        answers.Select(answer => answer.Status).Distinct().ShouldBe([200, 429]);
        answers.Last(answer => answer.Status == 429).ShouldBeProblem(429).RetryAfter.ShouldBe("1");
        (await bob.GetAsync("portfolios")).Status.ShouldBe(200);
        (await ada.GetAsync("system/workers")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_operators_ask_has_a_limit_of_its_own_by_address_and_the_heartbeats_that_a_replacement_waits_for_have_none()
    {
        await using var api = Start(("RateLimits:AddressPerSecond", "1"), ("RateLimits:AddressBurst", "2"));
        var (one, other) = (new Customer(From(api, "192.0.2.1")), new Customer(From(api, "192.0.2.2")));
        // What customers of the same address have used up is not taken from operators.
        for (var i = 0; i < 3; i++)
            await one.PostAsync("auth/sign-in", new { });

        for (var i = 0; i < 2; i++)
            (await one.GetAsync("system/jobs")).Status.ShouldBe(200);
        (await one.GetAsync("system/jobs")).ShouldBeProblem(429).RetryAfter.ShouldBe("1");
        (await other.GetAsync("system/jobs")).Status.ShouldBe(200);
        for (var i = 0; i < 10; i++)
            (await one.GetAsync("system/workers")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Who_tries_many_passwords_is_slowed_down_by_address()
    {
        await using var api = Start(("RateLimits:AddressPerSecond", "1"), ("RateLimits:AddressBurst", "2"));
        var (one, other) = (new Customer(From(api, "192.0.2.1")), new Customer(From(api, "192.0.2.2")));
        for (var i = 0; i < 2; i++)
            (await one.PostAsync("auth/sign-in", new { })).ShouldBeProblem(400);

        (await one.PostAsync("auth/sign-in", new { })).ShouldBeProblem(429);
        (await other.PostAsync("auth/sign-in", new { })).ShouldBeProblem(400);
    }

    [Fact]
    public async Task A_flood_is_refused_at_once_instead_of_queued_for_ever_and_the_next_request_is_answered()
    {
        await using var api = Start(("RateLimits:Concurrent", "1"), ("RateLimits:Waiting", "1"));
        var ada = await Customer.SignedInAsync(api.CreateClient());
        // Signing in hashes a password: long enough for the others to come while one is worked on.
        var flood = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ada.PostAsync("auth/sign-in", new { email = "nobody@example.org", password = "Wrong-password-1" })));

        flood.Select(answer => answer.Status).Distinct().Order().ShouldBe([401, 503]);
        flood.First(answer => answer.Status == 503).ShouldBeProblem(503).RetryAfter.ShouldBe("1");
        (await ada.GetAsync("portfolios")).Status.ShouldBe(200);
    }

    private static HttpClient From(HostFactory<ApiService> api, string address)
    {
        var client = api.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    private HostFactory<ApiService> Start(params (string Name, string Value)[] settings)
    {
        var all = _database.Settings();
        foreach (var (name, value) in settings)
            all[name] = value;
        return new HostFactory<ApiService>(all);
    }
}

public sealed class DeploymentOnSqliteTests : DeploymentTests<SqliteTestDatabase>;

public sealed class DeploymentOnPostgreSqlTests : DeploymentTests<PostgreSqlTestDatabase>;
