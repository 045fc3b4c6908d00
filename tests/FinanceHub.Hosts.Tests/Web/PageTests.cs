using System.Net;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Api;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Web;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>The web has no database of its own: what its API stores in makes no difference here.</summary>
[Collection(ServicesOnSqlite.Name)]
public sealed class PageTests(ServicesOnSqlite services)
{
    private static readonly (string, string)[] Purchase =
    [
        ("Input.Date", "2026-01-05"), ("Input.Symbol", "ACME"), ("Input.Quantity", "10"), ("Input.UnitPrice", "100"), ("Input.Currency", "EUR"),
    ];

    [Fact]
    public async Task Somebody_signs_up_opens_a_portfolio_buys_sees_it_and_signs_out()
    {
        var browser = await SignedUpAsync();
        (await browser.GetAsync("/portfolios")).Html.ShouldContain("You have no portfolio yet");

        var opened = await browser.SubmitAsync("/portfolios", "new-portfolio", ("Input.Name", "<script>alert(1)</script>"), ("Input.Currency", "EUR"));
        opened.Status.ShouldBe(HttpStatusCode.Found);
        var portfolio = opened.Location!;
        var empty = (await browser.GetAsync(portfolio)).Html;
        empty.ShouldContain("Nothing is held here yet");
        empty.ShouldContain("&lt;script&gt;");
        empty.ShouldNotContain("<script>");

        (await browser.SubmitAsync($"{portfolio}/activities/new", "activity", Purchase)).Location!.ShouldEndWith("/activities?done=entered");
        (await browser.GetAsync($"{portfolio}/holdings")).Html.ShouldContain("/holdings/ACME\">ACME</a>");
        (await browser.GetAsync("/portfolios")).Html.ShouldContain(new Uri(new Uri("http://web.test"), portfolio).AbsolutePath);

        var page = await browser.GetAsync("/portfolios");
        (await browser.PostAsync("/sign-out", [.. page.HiddenFields("")])).Location.ShouldBe("/");
        (await browser.GetAsync("/portfolios")).Location!.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task What_is_wrong_with_an_activity_stands_beside_its_field_and_what_was_typed_stays()
    {
        var browser = await SignedUpAsync();
        var portfolio = (await browser.SubmitAsync("/portfolios", "new-portfolio", ("Input.Name", "P"), ("Input.Currency", "EUR"))).Location!;

        var oversell = await browser.SubmitAsync($"{portfolio}/activities/new?type=SELL", "activity", Purchase);
        oversell.Status.ShouldBe(HttpStatusCode.BadRequest);
        oversell.Html.ShouldContain("id=\"Input-Quantity-fault\"");
        oversell.Html.ShouldContain("expected at most the 0 held then");
        oversell.Html.ShouldContain("value=\"ACME\"");

        (await browser.SubmitAsync($"{portfolio}/activities/new", "activity", [.. Purchase[..2], ("Input.Quantity", "1,5"), .. Purchase[3..]])).Html.ShouldContain("Expected a number like 12.5");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var browser = new Browser(services.CreateBrowser());
        await browser.GetAsync("/sign-up");

        var refused = await browser.PostAsync("/sign-up", ("_handler", "sign-up"), ("Input.Email", "a@example.org"), ("Input.Password", Customer.Password));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Cookies.ShouldNotContain(cookie => cookie.StartsWith("financehub.session", StringComparison.Ordinal));
        (await browser.PostAsync("/sign-out", [])).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/sign-up", "sign-up")]
    [InlineData("/sign-in", "sign-in")]
    public async Task Wrong_credentials_are_told_on_the_page_and_the_password_is_not_sent_back(string path, string form)
    {
        var browser = new Browser(services.CreateBrowser());

        var page = await browser.SubmitAsync(path, form, ("Input.Email", "nonsense"), ("Input.Password", "hunter2hunter2"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Html.ShouldContain("Expected an e-mail address");
        page.Html.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("/portfolios", "/portfolios")]
    [InlineData("//evil.example", "/portfolios")]
    [InlineData("/\\evil.example", "/portfolios")]
    [InlineData("https://evil.example", "/portfolios")]
    public async Task After_signing_in_one_comes_back_to_a_page_of_ours_only(string wanted, string expected)
    {
        using var client = services.CreateApiClient();
        var ada = new Customer(client);
        await ada.PostAsync("auth/register", ada.Credentials);
        var browser = new Browser(services.CreateBrowser());

        var page = await browser.SubmitAsync($"/sign-in?ReturnUrl={Uri.EscapeDataString(wanted)}", "sign-in", ("Input.Email", ada.Email), ("Input.Password", Customer.Password));

        new Uri(new Uri("http://web.test"), page.Location).ShouldBe(new Uri(new Uri("http://web.test"), expected));
    }

    [Fact]
    public async Task Another_users_portfolio_is_not_found()
    {
        var ada = await SignedUpAsync();
        var portfolio = (await ada.SubmitAsync("/portfolios", "new-portfolio", ("Input.Name", "Mine"), ("Input.Currency", "EUR"))).Location!;
        var bob = await SignedUpAsync();

        var page = await bob.GetAsync(portfolio);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Html.ShouldNotContain("Mine");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-up")]
    [InlineData("/nothing-there")]
    [InlineData("/app.css")]
    public async Task Every_answer_forbids_what_is_inline_foreign_or_framed(string path)
    {
        var page = await new Browser(services.CreateBrowser()).GetAsync(path);

        var policy = page.Headers["Content-Security-Policy"];
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        page.Headers.ShouldContainKey("Referrer-Policy");
        page.Headers["X-Release-Id"].ShouldBe("dev");
        page.Html.ShouldNotContain(" style=");
        page.Html.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task The_start_page_names_the_product_and_the_version_that_runs()
    {
        var page = await new Browser(services.CreateBrowser()).GetAsync("/");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldContain("<footer>FinanceHub 0.0.0-dev</footer>");
    }

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task The_session_cookie_is_for_https_only_when_it_came_by_https(string scheme, bool secure)
    {
        var browser = new Browser(services.CreateBrowser(scheme));

        var signedUp = await browser.SubmitAsync("/sign-up", "sign-up", ("Input.Email", $"{Guid.NewGuid():N}@example.org"), ("Input.Password", Customer.Password));

        var cookie = signedUp.Cookies.Single(cookie => cookie.StartsWith("financehub.session=", StringComparison.Ordinal));
        cookie.Contains("secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure);
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task Without_the_API_a_page_says_so_and_does_not_break()
    {
        await using var database = new SqliteTestDatabase();
        await using var web = new HostFactory<WebService>(new Dictionary<string, string>(database.Settings())
        {
            ["FinanceHub:ApiAddress"] = $"http://127.0.0.1:{FinanceHub.Testing.LoopbackPort.Free()}",
        });
        var browser = new Browser(web.CreateClient());

        (await browser.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        var page = await browser.SubmitAsync("/sign-in", "sign-in", ("Input.Email", "ada@example.org"), ("Input.Password", Customer.Password));

        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Html.ShouldContain("cannot be reached at the moment");
        page.Html.ShouldNotContain("HttpRequestException");
    }

    private async Task<Browser> SignedUpAsync()
    {
        var browser = new Browser(services.CreateBrowser());
        var page = await browser.SubmitAsync("/sign-up", "sign-up", ("Input.Email", $"{Guid.NewGuid():N}@example.org"), ("Input.Password", Customer.Password));
        page.Status.ShouldBe(HttpStatusCode.Found, page.Html);
        return browser;
    }
}
