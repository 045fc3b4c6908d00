using System.Text;
using System.Text.Json;
using FinanceHub.Hosts.Tests.Api;
using FinanceHub.Web.Figures;
using Microsoft.Playwright;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>What charts, tables and lists show of the demo account. Its past is the same on every machine and on every day.</summary>
[Collection(SeededSite.Name)]
public sealed class DemoFigureTests(SeededSite site) : IAsyncLifetime
{
    private IPage _page = null!;
    private HttpClient _client = null!;
    private Customer _demo = null!;

    public async ValueTask InitializeAsync()
    {
        _client = site.CreateApiClient();
        _demo = await Visitors.DemoAsync(_client);
        _page = await site.OpenAsync();
        await _page.SignInAsync(FinanceHub.Database.Commands.DemoData.Email, FinanceHub.Database.Commands.DemoData.Password);
    }

    public async ValueTask DisposeAsync()
    {
        await _page.Context.CloseAsync();
        _client.Dispose();
    }

    [Fact]
    public async Task The_price_of_a_holding_is_marked_where_it_was_bought_and_sold()
    {
        await _page.GotoAsync($"/portfolios/{await PortfolioAsync("Wealth")}/holdings/ACME?range=all");

        var chart = _page.Locator("svg.plot[aria-labelledby='price-title price-desc']");
        (await chart.Locator(".mark.buy").CountAsync()).ShouldBe(9);
        (await chart.Locator(".mark.sell").CountAsync()).ShouldBe(2);
        var texts = await chart.Locator(".mark title").AllTextContentsAsync();
        texts.ShouldContain("Bought 6 at 98.90\u00a0EUR on 13 Nov 2023");
        texts.ShouldContain("Sold 7 at 97.53\u00a0EUR on 21 Jan 2025");
        var place = (await chart.BoundingBoxAsync())!;
        foreach (var mark in await chart.Locator(".mark").AllAsync())
        {
            var box = (await mark.BoundingBoxAsync())!;
            (box.X >= place.X && box.X + box.Width <= place.X + place.Width + 6 && box.Y >= place.Y && box.Y + box.Height <= place.Y + place.Height).ShouldBeTrue($"a mark at {box.X}, {box.Y}");
        }
    }

    [Fact]
    public async Task Each_month_has_its_return_in_the_heat_map_and_a_colour_for_it()
    {
        await _page.GotoAsync($"/portfolios/{await PortfolioAsync("Wealth")}/performance");

        var year = _page.Locator(".heat tbody tr", new() { Has = _page.Locator("th", new() { HasTextString = "2025" }) });
        (await TextsAsync(year.Locator("td"))).ShouldBe(["+0.2", "−0.6", "−0.5", "+0.3", "−0.2", "−0.7", "−0.2", "0.0", "+1.8", "+0.5", "−0.9", "+1.0", "+0.5"]);
        (await TextsAsync(_page.Locator(".heat thead th"))).ShouldBe(["Year", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Total"]);
        var colours = await year.Locator("td").EvaluateAllAsync<string[]>("cells => cells.map(cell => getComputedStyle(cell).backgroundColor)");
        new[] { colours[0], colours[1], colours[8] }.Distinct().Count().ShouldBe(3, "a mild gain, a loss and a strong gain look alike");
        colours[4].ShouldBe(colours[1], "two mild losses look different");
    }

    [Fact]
    public async Task Each_holding_has_a_line_of_its_last_thirty_days()
    {
        var portfolio = await PortfolioAsync("Wealth");
        await _page.GotoAsync($"/portfolios/{portfolio}/holdings");

        var holdings = await HoldingsAsync(portfolio);
        holdings.Count.ShouldBe(8);
        foreach (var holding in holdings)
        {
            decimal[] closes = [.. holding.GetProperty("sparkline").EnumerateArray().Select(close => close.GetDecimal())];
            closes.Length.ShouldBeGreaterThan(15);
            var line = _page.Locator("tbody tr", new() { HasTextString = SymbolOf(holding) }).Locator("svg.spark");
            (await line.GetAttributeAsync("class")).ShouldBe(closes[^1] >= closes[0] ? "spark up" : "spark down");
            (await line.Locator("path").GetAttributeAsync("d"))!.Count(letter => letter is 'M' or 'L').ShouldBe(closes.Length);
            (await line.IsVisibleAsync()).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_overview_lists_what_moved_most_the_most_first()
    {
        var portfolio = await PortfolioAsync("Wealth");
        await _page.GotoAsync($"/portfolios/{portfolio}");

        var moves = (await HoldingsAsync(portfolio)).Select(holding => (Symbol: SymbolOf(holding), Share: holding.GetProperty("dayChangeShare").GetProperty("value").GetDecimal()))
            .Where(move => move.Share != 0).OrderByDescending(move => Math.Abs(move.Share)).Take(6).ToList();
        moves.ShouldNotBeEmpty();
        (await TextsAsync(_page.Locator(".movers .who a"))).ShouldBe(moves.Select(move => move.Symbol));
        (await TextsAsync(_page.Locator(".movers .move > span"))).ShouldBe(moves.Select(move => Arrow(move.Share) + Display.Change(move.Share)));
        (await _page.Locator(".movers svg.spark").CountAsync()).ShouldBe(moves.Count);
    }

    [Fact]
    public async Task The_overview_draws_what_it_is_worth_against_what_was_put_in()
    {
        // Thirty-six times two hundred pounds.
        await _page.GotoAsync($"/portfolios/{await PortfolioAsync("Savings plan")}");

        var chart = _page.Locator("svg.plot[aria-labelledby='value-title value-desc']");
        (await chart.Locator("desc").TextContentAsync()).ShouldEndWith(", of which 7,200.00\u00a0GBP were put in.");
        (await TextsAsync(_page.Locator("figure", new() { Has = chart }).Locator(".legend li"))).ShouldBe(["Value", "Net contributions"]);
        (await chart.Locator("path.line.value").CountAsync()).ShouldBe(1);
        (await chart.Locator("path.line.contributions").CountAsync()).ShouldBe(1);
        // Once for each weekday of three years, or evenly spread: a line that is there, and not two ends.
        (await chart.Locator("path.line.contributions").GetAttributeAsync("d"))!.Count(letter => letter == 'L').ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Of_what_was_traded_very_often_each_trade_is_marked()
    {
        const int Trades = 620;
        using var client = site.CreateApiClient();
        var customer = await Customer.SignedInAsync(client);
        var portfolio = await customer.CreatePortfolioAsync();
        var rows = Enumerable.Range(0, Trades).Select(i => $"{new DateOnly(2024, 1, 1).AddDays(i):yyyy-MM-dd},BUY,ACME,1,90,EUR,,,,,");
        var import = (await customer.UploadAsync($"portfolios/{portfolio}/imports", Encoding.UTF8.GetBytes(Visitors.Header + string.Join('\n', rows)))).Json.GetProperty("id").GetString();
        var committed = await customer.PostAsync($"portfolios/{portfolio}/imports/{import}/commit", new { });
        committed.Status.ShouldBe(200, committed.Text);
        var page = await site.OpenAsync();
        await page.SignInAsync(customer.Email, Customer.Password);

        await page.GotoAsync($"/portfolios/{portfolio}/holdings/ACME?range=all");

        (await page.Locator(".mark.buy").CountAsync()).ShouldBe(Trades);
        (await page.InnerTextAsync("main")).ShouldContain($"All {Trades} activities of ACME");
        await page.Context.CloseAsync();
    }

    private static string Arrow(decimal change) => Display.SignOf(change, 4) switch { > 0 => "▲", < 0 => "▼", _ => "" };

    private static string SymbolOf(JsonElement holding) => holding.GetProperty("symbol").GetString()!;

    private static async Task<IEnumerable<string>> TextsAsync(ILocator elements) => (await elements.AllTextContentsAsync()).Select(text => text.Trim());

    private async Task<string> PortfolioAsync(string name) =>
        (await _demo.GetAsync("portfolios")).Json.EnumerateArray().Single(portfolio => portfolio.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    private async Task<List<JsonElement>> HoldingsAsync(string portfolio) => [.. (await _demo.GetAsync($"portfolios/{portfolio}/holdings?sparkline=30")).Json.GetProperty("holdings").EnumerateArray()];
}
