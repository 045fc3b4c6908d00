using System.Text.Json;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class PerformanceTests(RunningServices services)
{
    [Fact]
    public async Task The_whole_life_is_told_with_what_made_the_value_change()
    {
        var (ada, performance) = await WithInvestmentAsync();

        var whole = (await ada.GetAsync(performance)).Json;

        (whole.GetProperty("from").GetString(), whole.GetProperty("to").GetString()).ShouldBe((Market.Text(Market.Today.AddDays(-3)), Market.Text(Market.Today)));
        (Value(whole, "start"), Value(whole, "end"), Value(whole, "inflows"), Value(whole, "gain"), Value(whole, "timeWeighted")).ShouldBe((0, 1100, 1000, 100, 0.1m));
        whole.GetProperty("timeWeightedPerYear").GetProperty("reason").GetString().ShouldBe("A return over less than a year is not annualised.");
        var breakdown = whole.GetProperty("breakdown");
        (Value(breakdown, "transfers"), Value(breakdown, "capitalGains"), Value(breakdown, "fees"), Value(breakdown, "end")).ShouldBe((1000, 100, 0, 1100));
        Value(whole.GetProperty("maxDrawdown"), "depth").ShouldBe(0);
    }

    [Fact]
    public async Task A_series_has_every_day_or_evenly_chosen_ones_and_always_the_last()
    {
        var (ada, performance) = await WithInvestmentAsync();

        var all = Points(await ada.GetAsync($"{performance}/series"));
        var later = Points(await ada.GetAsync($"{performance}/series?from={Market.Text(Market.Today.AddDays(-1))}"));
        var one = Points(await ada.GetAsync($"{performance}/series?points=1"));

        all.ShouldBe([(Market.Text(Market.Today.AddDays(-2)), 1000, 1000, 1), (Market.Text(Market.Today.AddDays(-1)), 1050, 1000, 1.05m), (Market.Text(Market.Today), 1100, 1000, 1.1m)]);
        later.ShouldBe([(Market.Text(Market.Today.AddDays(-1)), 1050, 1000, 1.05m), (Market.Text(Market.Today), 1100, 1000, 1.1m)]);
        one.ShouldBe([all[^1]]);
    }

    [Fact]
    public async Task The_months_chained_are_the_whole()
    {
        var (ada, performance) = await WithInvestmentAsync();

        var months = (await ada.GetAsync($"{performance}/months")).Json.GetProperty("months").EnumerateArray().ToList();

        months.Aggregate(1m, (product, month) => product * (1 + Value(month, "timeWeighted")!.Value)).ShouldBe(1.1m, 0.0000001m);
        (months[^1].GetProperty("year").GetInt32(), months[^1].GetProperty("month").GetInt32()).ShouldBe((Market.Today.Year, Market.Today.Month));
    }

    [Fact]
    public async Task What_was_entered_where_tomorrow_has_begun_is_sold_in_the_performance_as_it_is_in_the_holdings()
    {
        var (ada, performance) = await WithInvestmentAsync();
        var portfolio = performance[..performance.LastIndexOf('/')];
        var symbol = (await ada.GetAsync($"{portfolio}/activities?type=BUY")).Json.GetProperty("items")[0].GetProperty("symbol").GetString();
        var sold = await ada.PostAsync($"{portfolio}/activities", new { date = Market.Text(Market.Today), type = "SELL", symbol, quantity = 10, unitPrice = 150, currency = "EUR" });
        var (id, tomorrow) = (sold.Json.GetProperty("id").GetGuid(), Market.Today.AddDays(1));
        await using (var context = services.OpenDatabase())
        {
            // Whether the API takes it depends on the hour.
            await context.Activities.Where(activity => activity.Id == id).ExecuteUpdateAsync(set => set.SetProperty(activity => activity.Date, tomorrow), TestContext.Current.CancellationToken);
        }

        var holdings = (await ada.GetAsync($"{portfolio}/holdings")).Json;
        var whole = (await ada.GetAsync(performance)).Json;
        var months = (await ada.GetAsync($"{performance}/months")).Json.GetProperty("months").EnumerateArray().ToList();

        (holdings.GetProperty("holdings").GetArrayLength(), Value(holdings, "netWorth"), holdings.GetProperty("asOf").GetString()).ShouldBe((0, 1500, Market.Text(tomorrow)));
        (whole.GetProperty("to").GetString(), Value(whole, "end"), Value(whole.GetProperty("breakdown"), "capitalGains")).ShouldBe((Market.Text(tomorrow), 1500, 500));
        Points(await ada.GetAsync($"{performance}/series"))[^1].ShouldBe((Market.Text(tomorrow), 1500, 1000, 1.5m));
        (months[^1].GetProperty("year").GetInt32(), months[^1].GetProperty("month").GetInt32()).ShouldBe((tomorrow.Year, tomorrow.Month));
    }

    [Fact]
    public async Task What_is_exchanged_for_another_currency_neither_comes_in_nor_goes_out()
    {
        await services.AddRatesAsync("XPA", 2m, 2m, 2m);
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var portfolio = $"portfolios/{await ada.CreatePortfolioAsync()}";
        var (first, then) = (Market.Text(Market.Today.AddDays(-2)), Market.Text(Market.Today.AddDays(-1)));
        await ada.PostAsync($"{portfolio}/activities", new { date = first, type = "DEPOSIT", amount = 1000, currency = "EUR" });
        await ada.PostAsync($"{portfolio}/activities", new { date = then, type = "WITHDRAWAL", amount = 1000, currency = "EUR", exchange = " FX 1 " });
        var received = await ada.PostAsync($"{portfolio}/activities", new { date = then, type = "DEPOSIT", amount = 1900, currency = "XPA", exchange = "FX 1" });
        received.Json.GetProperty("exchange").GetString().ShouldBe("FX 1");

        var whole = (await ada.GetAsync($"{portfolio}/performance")).Json;

        (Value(whole, "inflows"), Value(whole, "outflows"), Value(whole, "end"), Value(whole, "timeWeighted"), Value(whole, "simple")).ShouldBe((1000, 0, 950, -0.05m, -0.05m));
        (Value(whole.GetProperty("breakdown"), "transfers"), Value(whole.GetProperty("breakdown"), "currencyGains")).ShouldBe((1000, -50));
        (await ada.PostAsync($"{portfolio}/activities", new { date = then, type = "INTEREST", amount = 1, currency = "EUR", exchange = "FX 1" })).ShouldBeProblem(400).Fields.ShouldBe(["exchange"]);
    }

    [Fact]
    public async Task A_portfolio_without_activities_has_a_reason_instead_of_figures()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var performance = $"portfolios/{await ada.CreatePortfolioAsync()}/performance";

        (await ada.GetAsync(performance)).Json.GetProperty("timeWeighted").GetProperty("reason").GetString().ShouldBe("The portfolio has no activity on or before the last day.");
        Points(await ada.GetAsync($"{performance}/series")).ShouldBeEmpty();
        (await ada.GetAsync($"{performance}/months")).Json.GetProperty("months").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("?from=2026-02-31", "from")]
    [InlineData("?from=2026-01-01&to=2026-01-01", "from")]
    [InlineData("?from=2999-01-01", "from")]
    [InlineData("/series?points=0", "points")]
    public async Task A_range_that_is_none_is_told_by_field(string query, string field)
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());

        (await ada.GetAsync($"portfolios/{await ada.CreatePortfolioAsync()}/performance{query}")).ShouldBeProblem(400).Fields.ShouldBe([field]);
    }

    private async Task<(Customer Customer, string Performance)> WithInvestmentAsync()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 100, 105, 110);
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var portfolio = $"portfolios/{await ada.CreatePortfolioAsync()}";
        var date = Market.Text(Market.Today.AddDays(-2));
        await ada.PostAsync($"{portfolio}/activities", new { date, type = "DEPOSIT", amount = 1000, currency = "EUR" });
        await ada.PostAsync($"{portfolio}/activities", new { date, type = "BUY", symbol, quantity = 10, unitPrice = 100, currency = "EUR" });
        return (ada, $"{portfolio}/performance");
    }

    private static List<(string?, decimal?, decimal?, decimal?)> Points(Answer answer) => [.. answer.Json.GetProperty("points").EnumerateArray()
        .Select(point => (point.GetProperty("date").GetString(), Number(point, "value"), Number(point, "netContributions"), Number(point, "index")))];

    private static decimal? Value(JsonElement json, string name) => Number(json.GetProperty(name), "value");

    private static decimal? Number(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}

[Collection(ServicesOnSqlite.Name)]
public sealed class PerformanceOnSqliteTests(ServicesOnSqlite services) : PerformanceTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class PerformanceOnPostgreSqlTests(ServicesOnPostgreSql services) : PerformanceTests(services);
