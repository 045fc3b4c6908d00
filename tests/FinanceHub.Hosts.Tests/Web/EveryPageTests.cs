using System.Net;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>What all pages have in common.</summary>
public sealed class EveryPageTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_has_its_heading_and_landmarks_and_nothing_inline_or_foreign_with_data_and_without(bool empty)
    {
        await using var site = new FakeSite(empty);
        var browser = await site.SignedInAsync();

        foreach (var (path, heading) in empty ? SitePages.Private : SitePages.Private.Concat(SitePages.Filled))
        {
            var page = await browser.GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK, $"{path}: {page.Html}");
            page.Html.ShouldContain($"<h1>{heading}</h1>", customMessage: path);
            page.Headers["Content-Security-Policy"].ShouldContain("script-src 'self';", customMessage: path);
            Markup.ShouldBeSound(page.Html, path);
        }
    }

    [Fact]
    public async Task The_pages_before_signing_in_keep_to_the_same()
    {
        await using var site = new FakeSite();

        foreach (var (path, heading) in SitePages.Public)
        {
            var page = await site.Anonymous().GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Html.ShouldContain($"<h1>{heading}</h1>", customMessage: path);
            Markup.ShouldBeSound(page.Html, path);
        }
    }

    [Fact]
    public async Task Every_type_of_activity_has_a_form()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        foreach (var type in new[] { "BUY", "SELL", "DIVIDEND", "INTEREST", "FEE", "TAX", "DEPOSIT", "WITHDRAWAL", "SPLIT", "TRANSFER", "RETURN_OF_CAPITAL" })
        {
            var page = await browser.GetAsync($"/portfolios/{Fake.Sample.PortfolioId}/activities/new?type={type}");
            page.Html.ShouldContain($"name=\"Input.Type\" value=\"{type}\"");
            Markup.ShouldBeSound(page.Html, type);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_the_page_says_where_to_go_on()
    {
        await using var site = new FakeSite(empty: true);
        var browser = await site.SignedInAsync();

        foreach (var (path, heading) in SitePages.Missing)
        {
            var page = await browser.GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.NotFound, path);
            page.Html.ShouldContain($"<h1>{heading}</h1>", customMessage: path);
            Markup.ShouldBeSound(page.Html, path);
        }
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in_and_back_from_every_page_for_users()
    {
        await using var site = new FakeSite();

        foreach (var path in SitePages.Private.Keys.Append($"/portfolios/{Fake.Sample.PortfolioId}/export/csv"))
        {
            var page = await site.Anonymous().GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.Found, path);
            page.Location!.ShouldContain($"/sign-in?ReturnUrl={Uri.EscapeDataString(path)}");
        }

        site.Api.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_navigation_says_where_one_is_and_how_many_alerts_are_unread()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        var page = await browser.GetAsync($"/portfolios/{Fake.Sample.PortfolioId}/performance");

        page.Html.ShouldContain($"<a href=\"/portfolios/{Fake.Sample.PortfolioId}/performance\" aria-current=\"page\">");
        page.Html.ShouldContain("<span class=\"badge\">1<span class=\"visually-hidden\"> unread</span></span>");
    }

    [Fact]
    public async Task Styles_and_scripts_come_from_here_and_are_asked_for_again_after_a_release()
    {
        await using var site = new FakeSite();

        foreach (var path in new[] { "/tokens.css", "/app.css", "/parts.css", "/forms.css", "/tables.css", "/charts.css", "/app.js", "/favicon.svg" })
        {
            var asset = await site.Anonymous().GetAsync(path);
            asset.Status.ShouldBe(HttpStatusCode.OK, path);
            asset.Headers["Cache-Control"].ShouldBe("no-cache");
            asset.Html.ShouldNotContain("//cdn");
        }
    }
}
