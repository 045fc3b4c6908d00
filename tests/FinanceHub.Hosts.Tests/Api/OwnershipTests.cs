using System.Net.Http.Headers;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class OwnershipTests(RunningServices services)
{
    [Fact]
    public async Task On_every_route_of_a_portfolio_another_user_finds_nothing_and_nobody_must_sign_in()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var bob = await Customer.SignedInAsync(services.CreateApiClient());
        var nobody = new Customer(services.CreateApiClient());
        var id = await ada.CreatePortfolioAsync();
        string[] reads = [$"portfolios/{id}", $"portfolios/{id}/activities", $"portfolios/{id}/holdings", $"portfolios/{id}/accounts"];
        foreach (var path in reads)
        {
            (await ada.GetAsync(path)).Status.ShouldBe(200);
            (await bob.GetAsync(path)).ShouldBeProblem(404);
            (await nobody.GetAsync(path)).ShouldBeProblem(401);
        }

        (await bob.PostAsync($"portfolios/{id}/activities", Inputs.Purchase)).ShouldBeProblem(404);
        (await bob.PostAsync($"portfolios/{id}/activities", Inputs.Purchase with { quantity = -1 })).ShouldBeProblem(404);
        (await nobody.PostAsync($"portfolios/{id}/activities", Inputs.Purchase)).ShouldBeProblem(401);
        (await bob.GetAsync("portfolios")).Json.GetArrayLength().ShouldBe(0);
        (await ada.GetAsync($"portfolios/{id}/activities")).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public void Every_route_needs_somebody_signed_in_but_for_the_known_few()
    {
        var open = services.ApiServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            // The page about the interface and its scripts.
            .Where(path => !path.StartsWith("/api/v1/docs", StringComparison.Ordinal));

        open.ShouldBe(["/health/live", "/health/ready", "/version", "/api/v1/auth/register", "/api/v1/auth/sign-in", "/api/v1/auth/refresh", "/api/v1/system/workers", "/api/v1/system/jobs", "/api/v1/openapi.json"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_is_not_ours_is_no_token(string token)
    {
        using var client = services.CreateApiClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        (await new Customer(client).GetAsync("portfolios")).ShouldBeProblem(401);
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class OwnershipOnSqliteTests(ServicesOnSqlite services) : OwnershipTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class OwnershipOnPostgreSqlTests(ServicesOnPostgreSql services) : OwnershipTests(services);
