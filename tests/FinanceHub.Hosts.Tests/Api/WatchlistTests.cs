using System.Text.Json;
using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class WatchlistTests(RunningServices services)
{
    [Fact]
    public async Task A_list_shows_its_instruments_with_their_latest_prices()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 100, 110);
        var unpriced = await services.AddInstrumentAsync("USD");
        var (ada, list) = await WithListAsync();
        foreach (var one in new[] { symbol.ToLowerInvariant(), unpriced, symbol })
            (await ada.PutAsync($"{list}/items/{one}", new { }, null)).Status.ShouldBe(204);

        var items = (await ada.GetAsync(list)).Json.GetProperty("items");

        items.EnumerateArray().Select(item => item.GetProperty("symbol").GetString()).ShouldBe([symbol, unpriced]);
        (items[0].GetProperty("price").GetDecimal(), items[0].GetProperty("dayChangeShare").GetProperty("value").GetDecimal()).ShouldBe((110, 0.1m));
        items[0].GetProperty("sparkline").GetArrayLength().ShouldBe(2);
        items[1].GetProperty("price").ValueKind.ShouldBe(JsonValueKind.Null);
        items[1].GetProperty("dayChangeShare").GetProperty("reason").GetString().ShouldBe($"There is no price for {unpriced}.");
        (await ada.DeleteAsync($"{list}/items/{symbol}")).Status.ShouldBe(204);
        (await ada.DeleteAsync($"{list}/items/{symbol}")).ShouldBeProblem(404);
        (await ada.GetAsync("watchlists")).Json[0].GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_a_split_makes_of_a_price_is_no_change_of_the_day()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 96, 100, 51);
        var (ada, list) = await WithListAsync();
        await ada.PutAsync($"{list}/items/{symbol}", new { }, null);
        var activities = $"portfolios/{await ada.CreatePortfolioAsync()}/activities";
        (await ada.PostAsync(activities, Inputs.Purchase with { symbol = symbol })).Status.ShouldBe(201);
        (await ada.PostAsync(activities, new { date = Market.Text(Market.Today), type = "SPLIT", symbol, numerator = 2, denominator = 1, currency = "EUR" })).Status.ShouldBe(201);

        foreach (var answer in new[] { (await ada.GetAsync(list)).Json, (await ada.GetAsync("watchlists")).Json[0] })
        {
            var item = answer.GetProperty("items")[0];
            (item.GetProperty("price").GetDecimal(), item.GetProperty("dayChangeShare").GetProperty("value").GetDecimal()).ShouldBe((51, 0.02m));
            item.GetProperty("sparkline").EnumerateArray().Select(close => close.GetDecimal()).ShouldBe([48, 50, 51]);
        }
    }

    [Fact]
    public async Task A_rename_needs_the_revision_that_it_is_based_on()
    {
        var (ada, list) = await WithListAsync();
        var tag = (await ada.GetAsync(list)).ETag;

        (await ada.PutAsync(list, new { name = "Tools" }, null)).ShouldBeProblem(428);
        var renamed = await ada.PutAsync(list, new { name = " Tools " }, tag);
        (renamed.Status, renamed.Json.GetProperty("name").GetString(), renamed.ETag).ShouldBe((200, "Tools", "\"1\""));
        (await ada.PutAsync(list, new { name = "Toys" }, tag)).ShouldBeProblem(412);
        (await ada.DeleteAsync(list, tag!)).ShouldBeProblem(412);
        (await ada.DeleteAsync(list)).ShouldBeProblem(428);
        (await ada.DeleteAsync(list, renamed.ETag!)).Status.ShouldBe(204);
        (await ada.GetAsync(list)).ShouldBeProblem(404);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field()
    {
        var (ada, list) = await WithListAsync();

        (await ada.PutAsync($"{list}/items/NOBODY", new { }, null)).ShouldBeProblem(400).Fields.ShouldBe(["symbol"]);
        (await ada.PostAsync("watchlists", new { name = " " })).ShouldBeProblem(400).Fields.ShouldBe(["name"]);
        (await ada.PostAsync("watchlists", new { name = "Tech" })).ShouldBeProblem(400).Fields.ShouldBe(["name"]);
        await ada.PostAsync("watchlists", new { name = "Tools" });
        (await ada.PutAsync(list, new { name = "Tools" }, "*")).ShouldBeProblem(400).Fields.ShouldBe(["name"]);
    }

    [Fact]
    public async Task There_are_so_many_lists_and_no_more_also_when_many_are_begun_at_once()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        for (var i = 0; i < 48; i++)
            (await ada.PostAsync("watchlists", new { name = $"List {i}" })).Status.ShouldBe(201);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ada.PostAsync("watchlists", new { name = $"One more {i}" })));

        answers.Select(answer => answer.Status).Order().ShouldBe([201, 201, 400, 400, 400, 400]);
        answers.First(answer => answer.Status == 400).ShouldBeProblem(400).Fields.ShouldBe(["name"]);
        (await ada.GetAsync("watchlists")).Json.GetArrayLength().ShouldBe(50);
    }

    private async Task<(Customer Customer, string List)> WithListAsync()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var created = await ada.PostAsync("watchlists", new { name = "Tech" });
        created.Status.ShouldBe(201, created.Text);
        return (ada, $"watchlists/{created.Json.GetProperty("id").GetString()}");
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class WatchlistOnSqliteTests(ServicesOnSqlite services) : WatchlistTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class WatchlistOnPostgreSqlTests(ServicesOnPostgreSql services) : WatchlistTests(services);
