using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>Tries every route that there is, whoever added it, as somebody else and as nobody.</summary>
public abstract class EndpointAccessTests(RunningServices services)
{
    /// <summary>Routes for people who are not signed in, or for operators; everything else is somebody's.</summary>
    private static readonly string[] Public = ["auth/register", "auth/sign-in", "auth/refresh", "system/", "openapi.json", "docs"];

    [Fact]
    public async Task Nobody_gets_anything_but_what_is_meant_for_everybody()
    {
        var victim = await Victim.CreateAsync(services);

        var open = new List<string>();
        foreach (var (method, pattern) in Routes().Where(route => !IsPublic(route.Pattern)))
        {
            if (await StatusAsync(services.CreateApiClient(), method, victim.Fill(pattern)) is var (status, _) && status != 401)
                open.Add($"{method} {pattern.RawText}: {status}");
        }

        open.ShouldBeEmpty("expected 401");
    }

    [Fact]
    public async Task Another_user_finds_nothing_of_what_somebody_has()
    {
        var victim = await Victim.CreateAsync(services);
        using var bob = services.CreateApiClient();
        await Customer.SignedInAsync(bob);
        var (leaks, tried) = (new List<string>(), 0);
        foreach (var (method, pattern) in Routes().Where(route => IsOwned(route.Pattern)))
        {
            tried++;
            if (await StatusAsync(bob, method, victim.Fill(pattern)) is var (status, _) && status != 404)
                leaks.Add($"{method} {pattern.RawText}: {status}");
        }

        leaks.ShouldBeEmpty("expected 404");
        tried.ShouldBeGreaterThan(10, "a list without routes shows nothing");
    }

    [Fact]
    public async Task Under_ones_own_portfolio_nothing_is_found_that_is_in_somebody_elses()
    {
        var (victim, attacker) = (await Victim.CreateAsync(services), await Victim.CreateAsync(services));
        var (leaks, tried) = (new List<string>(), new HashSet<string>());
        foreach (var (method, pattern) in Routes())
        {
            var others = pattern.Parameters.Select(parameter => parameter.Name).Where(name => name != "id" && name.EndsWith("Id", StringComparison.Ordinal)).ToList();
            if (others.Count == 0)
                continue;
            others.ShouldAllBe(name => victim.Has(name), $"{method} {pattern.RawText}: the victim has none, so nothing is shown");
            tried.UnionWith(others);
            if (await StatusAsync(attacker.Client, method, victim.Fill(pattern, attacker.Portfolio)) is var (status, _) && status != 404)
                leaks.Add($"{method} {pattern.RawText}: {status}");
        }

        leaks.ShouldBeEmpty("expected 404");
        tried.ShouldBe(["accountId", "activityId", "alertId", "importId", "watchlistId"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_lists_of_another_user_name_nothing_of_what_somebody_has()
    {
        var victim = await Victim.CreateAsync(services);
        using var bob = services.CreateApiClient();
        await Customer.SignedInAsync(bob);

        foreach (var (method, pattern) in Routes().Where(route => route.Method == "GET" && !IsOwned(route.Pattern)))
        {
            var (_, text) = await StatusAsync(bob, method, victim.Fill(pattern));
            victim.Ids.ShouldAllBe(id => !text.Contains(id, StringComparison.OrdinalIgnoreCase), $"{method} {pattern.RawText}");
        }
    }

    [Fact]
    public async Task The_owner_finds_all_of_it()
    {
        var victim = await Victim.CreateAsync(services);

        foreach (var (method, pattern) in Routes().Where(route => route.Method == "GET" && IsOwned(route.Pattern) && victim.Has(route.Pattern)))
            (await StatusAsync(victim.Client, method, victim.Fill(pattern))).Status.ShouldBe(200, $"{method} {pattern.RawText}");
    }

    [Fact]
    public async Task The_routes_that_need_a_revision_say_so_in_the_description_of_the_interface()
    {
        var victim = await Victim.CreateAsync(services);
        using var document = JsonDocument.Parse(await victim.Client.GetStringAsync($"{Victim.Prefix}openapi.json", TestContext.Current.CancellationToken));
        var described = from path in document.RootElement.GetProperty("paths").EnumerateObject()
                        from operation in path.Value.EnumerateObject()
                        where operation.Value.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(parameter => parameter.GetProperty("name").GetString() == "If-Match")
                        select $"{operation.Name.ToUpperInvariant()} {path.Name}";

        var needed = new List<string>();
        foreach (var (method, pattern) in Routes().Where(route => route.Method is "PUT" or "DELETE" && IsOwned(route.Pattern) && victim.Has(route.Pattern)))
        {
            if ((await StatusAsync(victim.Client, method, victim.Fill(pattern), isBased: false)).Status == 428)
                needed.Add($"{method} {pattern.RawText!.Replace(":guid", "", StringComparison.Ordinal)}");
        }

        needed.ShouldBe(described, ignoreOrder: true);
    }

    private static bool IsPublic(RoutePattern pattern) => Public.Any(path => pattern.RawText!.StartsWith(Victim.Prefix + path, StringComparison.Ordinal));

    private static bool IsOwned(RoutePattern pattern) => pattern.Parameters.Any(parameter => parameter.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase));

    private IEnumerable<(string Method, RoutePattern Pattern)> Routes() =>
        from endpoint in services.ApiServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText!.StartsWith(Victim.Prefix, StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, endpoint.RoutePattern);

    private static async Task<(int Status, string Text)> StatusAsync(HttpClient client, string method, string path, bool isBased = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PUT")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        // Based on whatever there is: only so does it come to the query that writes.
        if (isBased && method is ("PUT" or "DELETE"))
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Somebody who has one of everything.</summary>
    private sealed class Victim(HttpClient client, IReadOnlyDictionary<string, string> values)
    {
        public const string Prefix = "/api/v1/";

        public HttpClient Client => client;

        public IEnumerable<string> Ids => values.Where(pair => pair.Key != "symbol").Select(pair => pair.Value);

        public static async Task<Victim> CreateAsync(RunningServices services)
        {
            var client = services.CreateApiClient();
            var ada = await Customer.SignedInAsync(client);
            var symbol = await services.AddInstrumentAsync("EUR", 100);
            var portfolio = await ada.CreatePortfolioAsync();
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["symbol"] = symbol, ["id"] = portfolio };
            await AddAsync("activityId", $"portfolios/{portfolio}/activities", Inputs.Purchase with { symbol = symbol });
            await AddAsync("accountId", $"portfolios/{portfolio}/accounts", new { name = "Broker" });
            var import = await ada.UploadAsync($"portfolios/{portfolio}/imports", Encoding.UTF8.GetBytes("date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id\n"));
            values.Add("importId", import.Json.GetProperty("id").GetString()!);
            await AddAsync("watchlistId", "watchlists", new { name = "Tech" });
            await AddAsync("alertId", "alerts", new { symbol, kind = "PRICE_ABOVE", threshold = 1 });
            return new Victim(client, values);

            async Task AddAsync(string parameter, string path, object body)
            {
                // Not every release has all of it.
                if (await ada.PostAsync(path, body) is { Status: 201 } answer)
                    values.Add(parameter, answer.Json.GetProperty("id").GetString()!);
            }
        }

        public bool Has(RoutePattern pattern) => pattern.Parameters.All(parameter => values.ContainsKey(parameter.Name));

        public bool Has(string parameter) => values.ContainsKey(parameter);

        public string Portfolio => values["id"];

        /// <summary>The address of what the victim has, or of what would be it in another portfolio.</summary>
        public string Fill(RoutePattern pattern, string? portfolio = null) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            // What the victim does not have is as good as anything that belongs to somebody.
            RoutePatternParameterPart { Name: "id" } when portfolio is not null => portfolio,
            RoutePatternParameterPart parameter => values.GetValueOrDefault(parameter.Name) ?? Guid.NewGuid().ToString(),
            _ => throw new InvalidOperationException($"{part} is no part of a path."),
        }))));
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class EndpointAccessOnSqliteTests(ServicesOnSqlite services) : EndpointAccessTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class EndpointAccessOnPostgreSqlTests(ServicesOnPostgreSql services) : EndpointAccessTests(services);
