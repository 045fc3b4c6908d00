using System.Net;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>What a deployment does not offer is neither shown nor found.</summary>
public sealed class FeatureTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("Features:Watchlists", false)]
    public async Task Watchlists(string? switchedOff, bool offered) => await CheckAsync(switchedOff, "/watchlists", "/portfolios", "href=\"/watchlists\"", offered);

    [Theory]
    [InlineData(null, true)]
    [InlineData("Features:Alerts", false)]
    public async Task Alerts(string? switchedOff, bool offered) => await CheckAsync(switchedOff, "/alerts", $"/portfolios/{Fake.Sample.PortfolioId}/holdings/ACME", "Alert me", offered);

    [Fact]
    public async Task Without_imports_a_portfolio_can_still_be_exported()
    {
        await using var site = new FakeSite(empty: false, ("Features:Imports", "false"));
        var page = await (await site.SignedInAsync()).GetAsync($"/portfolios/{Fake.Sample.PortfolioId}/import");

        page.Html.ShouldContain("Download CSV");
        page.Html.ShouldNotContain("Check the file");
    }

    private static async Task CheckAsync(string? switchedOff, string address, string from, string link, bool offered)
    {
        await using var site = switchedOff is null ? new FakeSite() : new FakeSite(empty: false, (switchedOff, "false"));
        var browser = await site.SignedInAsync();

        (await browser.GetAsync(address)).Status.ShouldBe(offered ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        (await browser.GetAsync(from)).Html.Contains(link, StringComparison.Ordinal).ShouldBe(offered);
    }
}
