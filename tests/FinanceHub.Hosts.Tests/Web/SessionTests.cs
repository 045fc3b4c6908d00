using System.Net;
using FinanceHub.Hosts.Tests.Web.Fake;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>How long a session lasts, and what happens when it ends.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_token_that_is_about_to_expire_is_replaced_without_anybody_noticing()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer("POST auth/refresh", HttpStatusCode.OK, new { tokenType = "Bearer", accessToken = "second", expiresIn = 3600, refreshToken = "refresh-2" });

        await browser.GetAsync("/portfolios");
        site.Api.Last("GET", "portfolios").Token.ShouldBe("access");
        site.Clock.Advance(TimeSpan.FromMinutes(58));
        (await browser.GetAsync("/portfolios")).Status.ShouldBe(HttpStatusCode.OK);
        site.Api.Last("GET", "portfolios").Token.ShouldBe("second");
        await browser.GetAsync("/portfolios");

        site.Api.Requests.Count(request => request.Path == "auth/refresh").ShouldBe(1);
        site.Api.Last("POST", "auth/refresh").Body.ShouldContain("\"refreshToken\":\"refresh\"");
    }

    [Fact]
    public async Task A_session_that_cannot_be_refreshed_leads_to_the_sign_in_page_and_back()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer("POST auth/refresh", HttpStatusCode.Unauthorized);
        site.Clock.Advance(TimeSpan.FromHours(2));

        var page = await browser.GetAsync("/alerts?page=2");

        page.Location!.ShouldContain($"/sign-in?ReturnUrl={Uri.EscapeDataString("/alerts?page=2")}");
    }

    [Fact]
    public async Task A_session_that_was_ended_elsewhere_leads_to_the_sign_in_page_and_back()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        var path = $"/portfolios/{Sample.PortfolioId}/performance?range=1y";
        site.Api.Answer($"GET portfolios/{Sample.PortfolioId}", HttpStatusCode.Unauthorized);

        var page = await browser.GetAsync(path);

        page.Location.ShouldBe($"/sign-in?expired=true&ReturnUrl={Uri.EscapeDataString(path)}");
        (await browser.GetAsync(page.Location!)).Html.ShouldContain("Your session has ended");
    }

    [Fact]
    public async Task An_API_that_cannot_refresh_at_the_moment_ends_no_session()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer("POST auth/refresh", HttpStatusCode.ServiceUnavailable);
        site.Clock.Advance(TimeSpan.FromMinutes(56));

        (await browser.GetAsync("/portfolios")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_password_keeps_this_browser_signed_in()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        var page = await browser.SubmitAsync("/settings", "password", ("Input.CurrentPassword", "correct horse battery"), ("Input.NewPassword", "another horse battery"));

        page.Location!.ShouldEndWith("/settings?done=password");
        site.Api.Last("POST", "auth/sign-in").Body.ShouldContain("another horse battery");
    }

    [Fact]
    public async Task A_wrong_current_password_is_told_and_no_password_is_sent_back()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer("POST auth/change-password", HttpStatusCode.BadRequest, new { title = "Wrong.", errors = new Dictionary<string, string[]> { ["currentPassword"] = ["It is another one."] } });

        var page = await browser.SubmitAsync("/settings", "password", ("Input.CurrentPassword", "hunter2hunter2"), ("Input.NewPassword", "another horse battery"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Html.ShouldContain("It is another one.");
        page.Html.ShouldNotContain("hunter2");
        page.Html.ShouldNotContain("another horse");
    }
}
