using System.Globalization;
using Deque.AxeCore.Playwright;
using FinanceHub.Hosts.Tests.Api;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing.Clones;
using Microsoft.Playwright;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>The pages in a real browser, on the real API. What it saw is left in artifacts/screenshots, to be looked at.</summary>
[Collection(ServicesOnSqlite.Name)]
public sealed class BrowserTests(ServicesOnSqlite services, BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private static readonly string Screenshots = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots");

    private static readonly string[] OfPortfolio =
        ["", "/holdings", "/holdings/ACME", "/performance", "/dividends?range=all", "/activities", "/activities/new", "/activities/new?type=TRANSFER", "/import", "/accounts", "/settings", "/delete"];

    private static readonly string[] OfUser = ["/portfolios", "/watchlists", "/alerts", "/alerts/new", "/settings"];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Every_page_fits_its_window_asks_nobody_else_and_has_nothing_that_axe_finds(int width, ColorScheme scheme)
    {
        var (customer, portfolio) = await WithActivitiesAsync();
        await using var context = await OpenAsync(width, scheme);
        var page = await context.NewPageAsync();
        var (foreign, errors) = Watch(page);
        await SignInAsync(page, customer);

        foreach (var path in OfUser.Concat(OfPortfolio.Select(path => $"/portfolios/{portfolio}{path}")))
        {
            var answer = await page.GotoAsync(path);
            answer!.Status.ShouldBe(200, path);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0, $"{path} is wider than {width}");
            var found = await page.RunAxe();
            found.Violations.ShouldBeEmpty($"{path}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"))}");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = FileOf(path.Replace(portfolio, "one", StringComparison.Ordinal), width, scheme), FullPage = true });
        }

        foreign.ShouldBeEmpty();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_signs_up_opens_a_portfolio_buys_imports_and_deletes_in_the_browser_alone()
    {
        await using var context = await OpenAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-up");
        await page.FillAsync("[name='Input.Email']", $"{Guid.NewGuid():N}@example.org");
        await page.FillAsync("[name='Input.Password']", Customer.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(address => !address.Contains("/sign-up", StringComparison.Ordinal));

        await page.GotoAsync("/portfolios");
        await page.FillAsync("[name='Input.Name']", "Retirement");
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/portfolios/*-*");
        var portfolio = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync($"{portfolio}/activities/new");
        await page.FillAsync("[name='Input.Date']", "2026-01-05");
        await page.FillAsync("[name='Input.Symbol']", "ACME");
        await page.FillAsync("[name='Input.Quantity']", "10");
        await page.FillAsync("[name='Input.UnitPrice']", "100");
        await page.FillAsync("[name='Input.Currency']", "EUR");
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(address => !address.Contains("/activities/new", StringComparison.Ordinal));
        await page.GotoAsync($"{portfolio}/holdings");
        (await page.InnerTextAsync("main")).ShouldContain("ACME");

        await page.GotoAsync($"{portfolio}/import");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "bank.csv", MimeType = "text/csv", Buffer = "date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id\n2026-02-02,DEPOSIT,,,250,EUR,,,,,\n"u8.ToArray() });
        await page.ClickAsync("main button[type=submit]");
        await page.ClickAsync("main form:has(input[value='commit']) button[type=submit]");
        // Going elsewhere at once would take the click back.
        await page.WaitForSelectorAsync("h1:has-text('Imported')");
        await page.GotoAsync($"{portfolio}/activities");
        (await page.InnerTextAsync("main")).ShouldContain("2 activities");

        await page.ClickAsync("main a:has-text('Delete') >> nth=0");
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(address => !address.Contains("/delete", StringComparison.Ordinal));
        await page.GotoAsync($"{portfolio}/activities");
        (await page.InnerTextAsync("main")).ShouldContain("1 activit");
    }

    private Task<IBrowserContext> OpenAsync(int width, ColorScheme scheme) => fixture.Browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = services.WebAddress().ToString(),
        ViewportSize = new ViewportSize { Width = width, Height = 900 },
        ColorScheme = scheme,
        // axe runs as a script inside the page, which the pages' own policy rightly forbids.
        BypassCSP = true,
    });

    private static async Task SignInAsync(IPage page, Customer customer)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Input.Email']", customer.Email);
        await page.FillAsync("[name='Input.Password']", Customer.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/portfolios*");
    }

    private static (List<string> Foreign, List<string> Errors) Watch(IPage page)
    {
        var (foreign, errors) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" })
                foreign.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Add($"{page.Url}: {message.Text}");
        };
        return (foreign, errors);
    }

    private async Task<(Customer Customer, string Portfolio)> WithActivitiesAsync()
    {
        var customer = await Customer.SignedInAsync(services.CreateApiClient());
        var portfolio = await customer.CreatePortfolioAsync();
        object[] activities =
        [
            new { date = "2026-01-02", type = "DEPOSIT", amount = 5000, currency = "EUR", account = "Broker" },
            new { date = "2026-01-05", type = "BUY", symbol = "ACME", quantity = 10, unitPrice = 100, currency = "EUR", fee = 1, account = "Broker" },
            new { date = "2026-01-06", type = "BUY", symbol = "HOOLI", quantity = 3, unitPrice = 150, currency = "USD" },
            new { date = "2026-03-05", type = "DIVIDEND", symbol = "ACME", amount = 12, tax = 2, currency = "EUR", account = "Broker" },
            new { date = "2026-05-05", type = "SELL", symbol = "ACME", quantity = 4, unitPrice = 110, currency = "EUR", account = "Broker" },
            new { date = "2026-06-05", type = "SPLIT", symbol = "ACME", numerator = 2, denominator = 1, currency = "EUR" },
        ];
        foreach (var activity in activities)
            (await customer.PostAsync($"portfolios/{portfolio}/activities", activity)).Status.ShouldBe(201);
        (await customer.PostAsync("watchlists", new { name = "Ideas" })).Status.ShouldBe(201);
        return (customer, portfolio);
    }

    private static string FileOf(string path, int width, ColorScheme scheme)
    {
        var name = string.Concat(path.Trim('/').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return Path.Combine(Screenshots, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"));
    }
}
