using FinanceHub.Hosts.Tests.Api;
using Microsoft.Playwright;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>What somebody does in a real browser, on the real API.</summary>
[Collection(SeededSite.Name)]
public sealed class JourneyTests(SeededSite site)
{
    [Fact]
    public async Task Somebody_signs_up_opens_a_portfolio_buys_imports_and_deletes_in_the_browser_alone()
    {
        var page = await site.OpenAsync();
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
}
