using FinanceHub.Testing.Browsers;
using FinanceHub.Testing.Clones;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>Every page of the site in a real browser. What it saw is left in artifacts/screenshots, to be looked at.</summary>
[Collection(SeededSite.Name)]
public sealed class EveryPageLooksRightTests(SeededSite site)
{
    private static readonly string Pictures = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots");

    [Fact]
    public void Every_page_of_the_web_is_in_the_table() =>
        site.WebServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText).Distinct()
            .ShouldBe(SiteTable.Stops.Select(stop => stop.Route).Distinct(), ignoreOrder: true);

    [Theory]
    [InlineData(nameof(Visitor.Nobody))]
    [InlineData(nameof(Visitor.Newcomer))]
    [InlineData(nameof(Visitor.Beginner))]
    [InlineData(nameof(Visitor.Saver))]
    public async Task Every_page_fits_its_window_asks_nobody_else_reports_no_error_and_has_nothing_that_axe_finds(string name)
    {
        var visitor = Enum.Parse<Visitor>(name);
        var page = await site.OpenAsync();
        var inspector = await PageInspector.OfAsync(page, Pictures);
        var things = new Dictionary<string, string>();
        if (visitor != Visitor.Nobody)
        {
            using var client = site.CreateApiClient();
            var (email, password, theirs) = await Visitors.IntroduceAsync(visitor, client);
            await page.SignInAsync(email, password);
            things = new(theirs) { ["failing"] = site.FailingAddress.ToString() };
        }

        foreach (var stop in SiteTable.Stops.Where(stop => stop.Visitor == visitor))
        {
            var address = things.Aggregate(stop.Address, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value, StringComparison.Ordinal));
            await inspector.VisitAsync(address, stop.Name, stop.Status);
        }

        await page.Context.CloseAsync();
        inspector.Findings.ShouldBeEmpty();
    }
}
