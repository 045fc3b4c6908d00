using System.Text;
using System.Text.Json;
using FinanceHub.Database.Commands;
using FinanceHub.Hosts.Tests.Api;
using Microsoft.Playwright;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>Who visits the site.</summary>
internal enum Visitor
{
    /// <summary>Has no account.</summary>
    Nobody,

    /// <summary>Has just signed up.</summary>
    Newcomer,

    /// <summary>Has a portfolio and a watchlist, and nothing in either.</summary>
    Beginner,

    /// <summary>The demo account.</summary>
    Saver,
}

/// <summary>The visitors, and by name what is theirs.</summary>
internal static class Visitors
{
    public const string Header = "date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id\n";

    private const string Good = Header + "2026-01-02,DEPOSIT,,,5000,EUR,,,Home broker,,\n2026-01-05,BUY,ACME,10,100.5,EUR,1,,Home broker,,\n";

    private const string Faulty = Header + "2026-01-05,BUY,ACME,-10,100.5,EUR,1,,Home broker,,\n05.01.2026,SELL,ACME,1,abc,EUR,,,,,\n2026-01-06,LEND,ACME,1,100,EUR,,,,,\n";

    public static async Task<Customer> DemoAsync(HttpClient client)
    {
        var demo = new Customer(client);
        demo.Use((await demo.PostAsync("auth/sign-in", new { email = DemoData.Email, password = DemoData.Password })).Json);
        return demo;
    }

    /// <summary>Whether everything is there that the pages of the demo account show.</summary>
    public static async Task<bool> IsValuedAsync(Customer demo)
    {
        foreach (var portfolio in (await demo.GetAsync("portfolios")).Json.EnumerateArray().Select(IdOf))
        {
            var months = (await demo.GetAsync($"portfolios/{portfolio}/performance/months")).Json.GetProperty("months").EnumerateArray().ToList();
            if (months.Count < 36 || months.Any(month => month.GetProperty("timeWeighted").GetProperty("value").ValueKind == JsonValueKind.Null))
                return false;
        }

        return (await demo.GetAsync("alerts/history")).Json.GetProperty("total").GetInt32() > 0;
    }

    /// <summary>What is theirs, by the name it has in addresses.</summary>
    public static async Task<(string Email, string Password, IReadOnlyDictionary<string, string> Things)> IntroduceAsync(Visitor visitor, HttpClient client)
    {
        if (visitor == Visitor.Saver)
            return (DemoData.Email, DemoData.Password, await ThingsOfDemoAsync(await DemoAsync(client)));

        var customer = await Customer.SignedInAsync(client);
        var things = new Dictionary<string, string>();
        if (visitor == Visitor.Beginner)
        {
            things["portfolio"] = await customer.CreatePortfolioAsync();
            things["watchlist"] = IdOf((await customer.PostAsync("watchlists", new { name = "Ideas" })).Json);
        }

        return (customer.Email, Customer.Password, things);
    }

    public static async Task SignInAsync(this IPage page, string email, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Input.Email']", email);
        await page.FillAsync("[name='Input.Password']", password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/portfolios*");
    }

    private static async Task<IReadOnlyDictionary<string, string>> ThingsOfDemoAsync(Customer demo)
    {
        var portfolio = IdOf((await demo.GetAsync("portfolios")).Json.EnumerateArray().Single(one => one.GetProperty("name").GetString() == "Wealth"));
        return new Dictionary<string, string>
        {
            ["portfolio"] = portfolio,
            ["activity"] = IdOf((await demo.GetAsync($"portfolios/{portfolio}/activities?type=BUY")).Json.GetProperty("items")[0]),
            ["account"] = IdOf((await demo.GetAsync($"portfolios/{portfolio}/accounts")).Json[0]),
            ["import"] = IdOf((await demo.UploadAsync($"portfolios/{portfolio}/imports", Encoding.UTF8.GetBytes(Good))).Json),
            ["faulty"] = IdOf((await demo.UploadAsync($"portfolios/{portfolio}/imports", Encoding.UTF8.GetBytes(Faulty))).Json),
            ["watchlist"] = IdOf((await demo.GetAsync("watchlists")).Json[0]),
            ["alert"] = IdOf((await demo.GetAsync("alerts")).Json[0]),
        };
    }

    private static string IdOf(JsonElement thing) => thing.GetProperty("id").GetString()!;
}
