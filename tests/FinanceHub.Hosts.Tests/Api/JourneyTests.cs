using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class JourneyTests(RunningServices services)
{
    [Fact]
    public async Task A_purchase_is_valued_at_the_price_that_the_worker_stored()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var id = await ada.CreatePortfolioAsync();
        (await ada.GetAsync("portfolios")).Json.EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(id);
        (await ada.GetAsync($"portfolios/{id}")).Json.GetProperty("name").GetString().ShouldBe("Retirement");

        var bought = await ada.PostAsync($"portfolios/{id}/activities", Inputs.Purchase);
        bought.Status.ShouldBe(201, bought.Text);
        (await ada.GetAsync($"portfolios/{id}/activities")).Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("type").GetString().ShouldBe("BUY");

        await Eventually.TrueAsync(
            async () => (await ada.GetAsync($"portfolios/{id}/holdings")).Json.GetProperty("totalValue").ValueKind == System.Text.Json.JsonValueKind.Number,
            "the worker stores prices");
        var holdings = (await ada.GetAsync($"portfolios/{id}/holdings")).Json;
        var holding = holdings.GetProperty("holdings").EnumerateArray().ShouldHaveSingleItem();
        var (price, value) = (holding.GetProperty("price").GetDecimal(), holding.GetProperty("marketValue").GetDecimal());
        value.ShouldBe(10 * price);
        holding.GetProperty("costBasis").GetDecimal().ShouldBe(1001);
        holding.GetProperty("unrealisedGain").GetDecimal().ShouldBe(value - 1001);
        holding.GetProperty("unavailable").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        holdings.GetProperty("totalValue").GetDecimal().ShouldBe(value);
    }

    [Fact]
    public async Task What_has_no_price_has_no_value_but_a_reason()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var id = await ada.CreatePortfolioAsync();
        await ada.PostAsync($"portfolios/{id}/activities?allowUnknownSymbols=true", Inputs.Purchase with { symbol = "NOBODY" });

        var holdings = (await ada.GetAsync($"portfolios/{id}/holdings")).Json;

        holdings.GetProperty("totalValue").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        holdings.GetProperty("holdings")[0].GetProperty("unavailable").GetString().ShouldBe("There is no price for NOBODY.");
    }

    [Fact]
    public async Task Every_kind_of_activity_can_be_entered()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var id = await ada.CreatePortfolioAsync();
        object[] activities =
        [
            new { date = "2026-01-02", type = "DEPOSIT", amount = 5000, currency = "EUR" },
            Inputs.Purchase,
            new { date = "2026-01-06", type = "split", symbol = "acme", numerator = 2, denominator = 1, currency = "eur" },
            new { date = "2026-01-07", type = "SELL", symbol = "ACME", quantity = 5, unitPrice = 60, fee = 1, currency = "EUR" },
            new { date = "2026-01-08", type = "DIVIDEND", symbol = "ACME", amount = 12.5, tax = 2.5, currency = "EUR" },
            new { date = "2026-01-09", type = "INTEREST", amount = 3, tax = 1, currency = "EUR" },
            new { date = "2026-01-10", type = "FEE", amount = 4, currency = "EUR" },
            new { date = "2026-01-11", type = "TAX", amount = 5, currency = "EUR" },
            new { date = "2026-01-12", type = "WITHDRAWAL", amount = 100, currency = "EUR" },
        ];
        foreach (var activity in activities)
        {
            var answer = await ada.PostAsync($"portfolios/{id}/activities", activity);
            answer.Status.ShouldBe(201, answer.Text);
        }

        var holdings = (await ada.GetAsync($"portfolios/{id}/holdings")).Json;

        holdings.GetProperty("holdings")[0].GetProperty("quantity").GetDecimal().ShouldBe(15);
        holdings.GetProperty("realisedGain").GetDecimal().ShouldBe((5 * 60) - 1 - (1001m / 4));
        holdings.GetProperty("cash")[0].GetProperty("balance").GetDecimal().ShouldBe(5000 - 1001 + 299 + 10 + 2 - 4 - 5 - 100);
    }

    [Fact]
    public async Task The_workers_are_listed_for_everybody_and_their_beats_move()
    {
        var anyone = new Customer(services.CreateApiClient());
        long Beats(Answer answer) => answer.Json.EnumerateArray().Sum(worker => worker.GetProperty("beats").GetInt64());

        await Eventually.TrueAsync(async () => Beats(await anyone.GetAsync("system/workers")) > 0, "a first beat");
        var before = Beats(await anyone.GetAsync("system/workers"));
        await Eventually.TrueAsync(async () => Beats(await anyone.GetAsync("system/workers")) > before, "another beat");

        (await anyone.GetAsync("system/workers")).Json.EnumerateArray().ShouldAllBe(worker => worker.GetProperty("releaseId").GetString() == "dev");
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class JourneyOnSqliteTests(ServicesOnSqlite services) : JourneyTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class JourneyOnPostgreSqlTests(ServicesOnPostgreSql services) : JourneyTests(services);
