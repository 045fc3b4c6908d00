using System.Text.Json;
using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class ActivityTests(RunningServices services)
{
    [Fact]
    public async Task Everything_that_was_entered_comes_back()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var entered = new
        {
            date = "2026-01-05",
            type = "BUY",
            symbol = "ACME",
            quantity = 10,
            unitPrice = 100.5m,
            currency = "EUR",
            fee = 1,
            feeCurrency = "EUR",
            account = "Broker \"A\"",
            note = "=1+1; DROP TABLE \"Activities\";--\n<script>alert('x')</script>",
            externalId = "x'); --",
        };

        var added = await ada.PostAsync(activities, entered);

        added.Status.ShouldBe(201, added.Text);
        added.MediaType.ShouldBe("application/json");
        var read = await ada.GetAsync($"{activities}/{added.Json.GetProperty("id").GetString()}");
        (read.Text, read.ETag).ShouldBe((added.Text, added.ETag));
        read.ETag.ShouldBe($"\"{read.Json.GetProperty("revision").GetInt64()}\"");
        var sent = JsonSerializer.SerializeToElement(entered);
        foreach (var field in sent.EnumerateObject())
            read.Json.GetProperty(field.Name).ToString().ShouldBe(field.Value.ToString(), field.Name);
    }

    [Theory]
    [InlineData("GBp", "GBp")]
    [InlineData("gbp", "GBP")]
    [InlineData("ZAc", "ZAc")]
    [InlineData("eur", "EUR")]
    public async Task A_minor_unit_stays_one_and_everything_else_is_in_capitals(string entered, string stored)
    {
        var (ada, activities) = await WithPortfolioAsync();

        var added = await ada.PostAsync(activities, Inputs.Purchase with { currency = entered });

        added.Json.GetProperty("currency").GetString().ShouldBe(stored, added.Text);
    }

    [Fact]
    public async Task Pence_are_booked_as_the_hundredth_part_of_pounds()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var id = await ada.CreatePortfolioAsync("GBP");
        await ada.PostAsync($"portfolios/{id}/activities", new { date = "2026-01-05", type = "DEPOSIT", amount = 250, currency = "GBp" });

        (await ada.GetAsync($"portfolios/{id}/holdings")).Json.GetProperty("cash")[0].ToString().ShouldBe("""{"currency":"GBP","balance":2.5}""");
    }

    [Fact]
    public async Task Units_are_transferred_and_capital_is_returned()
    {
        var (ada, activities) = await WithPortfolioAsync();
        object[] entered =
        [
            new { date = "2026-01-02", type = "TRANSFER", symbol = "ACME", quantity = 10, unitPrice = 90, currency = "EUR", account = "A" },
            new { date = "2026-01-03", type = "TRANSFER", symbol = "ACME", quantity = 4, currency = "EUR", account = "A", toAccount = "B" },
            new { date = "2026-01-04", type = "TRANSFER", symbol = "ACME", quantity = -1, currency = "EUR", account = "B" },
            new { date = "2026-01-05", type = "TRANSFER", amount = 5, currency = "EUR", account = "A", toAccount = "B" },
            new { date = "2026-01-06", type = "RETURN_OF_CAPITAL", symbol = "ACME", amount = 9, currency = "EUR", account = "A" },
        ];
        foreach (var activity in entered)
        {
            var answer = await ada.PostAsync(activities, activity);
            answer.Status.ShouldBe(201, answer.Text);
        }

        (await ada.PostAsync(activities, new { date = "2026-01-07", type = "SELL", symbol = "ACME", quantity = 4, unitPrice = 1, currency = "EUR", account = "B" }))
            .ShouldBeProblem(400).Fields.ShouldBe(["quantity"]);
    }

    [Fact]
    public async Task A_list_is_filtered_sorted_and_cut_into_pages()
    {
        var (ada, activities) = await WithPortfolioAsync();
        for (var day = 1; day <= 5; day++)
        {
            await ada.PostAsync(activities, Inputs.Purchase with { date = $"2026-01-0{day}", symbol = day % 2 == 0 ? "HOOLI" : "ACME" });
            await ada.PostAsync(activities, new { date = $"2026-01-0{day}", type = "DEPOSIT", amount = day, currency = "EUR", account = day < 3 ? "Early" : "Late" });
        }

        (await DaysAsync("")).ShouldBe(["05", "05", "04", "04", "03", "03", "02", "02", "01", "01"]);
        (await DaysAsync("?sort=date&pageSize=3")).ShouldBe(["01", "01", "02"]);
        (await DaysAsync("?sort=date&pageSize=3&page=4")).ShouldBe(["05"]);
        (await DaysAsync("?page=9")).ShouldBeEmpty();
        (await DaysAsync("?type=buy&symbol=acme")).ShouldBe(["05", "03", "01"]);
        (await DaysAsync("?account=Early")).ShouldBe(["02", "01"]);
        (await DaysAsync("?from=2026-01-02&to=2026-01-03&sort=date")).ShouldBe(["02", "02", "03", "03"]);
        var page = (await ada.GetAsync($"{activities}?type=DEPOSIT&page=2&pageSize=2")).Json;
        (page.GetProperty("page").GetInt32(), page.GetProperty("pageSize").GetInt32(), page.GetProperty("total").GetInt32()).ShouldBe((2, 2, 5));

        async Task<IEnumerable<string>> DaysAsync(string query) =>
            [.. (await ada.GetAsync(activities + query)).Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("date").GetString()![^2..])];
    }

    [Fact]
    public async Task What_is_wrong_with_a_list_is_told_by_field()
    {
        var (ada, activities) = await WithPortfolioAsync();

        (await ada.GetAsync($"{activities}?page=0&pageSize=501&type=LEND&from=1.2.2026&to=tomorrow&sort=amount")).ShouldBeProblem(400)
            .Fields.ShouldBe(["from", "page", "pageSize", "sort", "to", "type"]);
        (await ada.GetAsync($"{activities}?page=99999999999")).ShouldBeProblem(400).Fields.ShouldBe(["page"]);
    }

    [Fact]
    public async Task An_edit_keeps_the_place_within_the_day()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var bought = await ada.PostAsync(activities, Inputs.Purchase);
        await ada.PostAsync(activities, Inputs.Purchase with { type = "SELL", quantity = 10 });

        var edited = await ada.PutAsync($"{activities}/{Id(bought)}", Inputs.Purchase with { quantity = 12 }, bought.ETag);

        edited.Status.ShouldBe(200, edited.Text);
        edited.ETag.ShouldNotBe(bought.ETag);
        edited.Json.GetProperty("sequence").GetInt64().ShouldBe(bought.Json.GetProperty("sequence").GetInt64());
        edited.Json.GetProperty("quantity").GetDecimal().ShouldBe(12);
        (await ada.GetAsync($"{activities}/{Id(bought)}")).Text.ShouldBe(edited.Text);
    }

    [Fact]
    public async Task An_edit_or_a_deletion_that_makes_the_ledger_impossible_is_refused_and_changes_nothing()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var bought = await ada.PostAsync(activities, Inputs.Purchase);
        await ada.PostAsync(activities, Inputs.Purchase with { type = "SELL", date = "2026-01-06", quantity = 10 });
        var path = $"{activities}/{Id(bought)}";

        (await ada.PutAsync(path, Inputs.Purchase with { quantity = 9 }, bought.ETag)).ShouldBeProblem(400).Fields.ShouldBe(["quantity"]);
        (await ada.PutAsync(path, Inputs.Purchase with { date = "2026-01-07" }, bought.ETag)).ShouldBeProblem(400).Fields.ShouldBe(["quantity"]);
        (await ada.PutAsync(path, Inputs.Purchase with { quantity = -1 }, bought.ETag)).ShouldBeProblem(400).Fields.ShouldBe(["quantity"]);
        (await ada.DeleteAsync(path, bought.ETag!)).ShouldBeProblem(400).Fields.ShouldBe(["quantity"]);

        (await ada.GetAsync(path)).Text.ShouldBe(bought.Text);
    }

    [Fact]
    public async Task What_was_sold_last_can_be_deleted()
    {
        var (ada, activities) = await WithPortfolioAsync();
        await ada.PostAsync(activities, Inputs.Purchase);
        var sold = await ada.PostAsync(activities, Inputs.Purchase with { type = "SELL" });

        (await ada.DeleteAsync($"{activities}/{Id(sold)}", "\"0\"")).ShouldBeProblem(412);
        (await ada.DeleteAsync($"{activities}/{Id(sold)}")).ShouldBeProblem(428);
        (await ada.DeleteAsync($"{activities}/{Id(sold)}", sold.ETag!)).Status.ShouldBe(204);

        (await ada.GetAsync($"{activities}/{Id(sold)}")).ShouldBeProblem(404);
        (await ada.DeleteAsync($"{activities}/{Id(sold)}")).ShouldBeProblem(404);
    }

    [Fact]
    public async Task Of_many_who_edit_the_same_revision_at_once_one_succeeds()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var bought = await ada.PostAsync(activities, Inputs.Purchase);
        var path = $"{activities}/{Id(bought)}";

        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(quantity => ada.PutAsync(path, Inputs.Purchase with { quantity = quantity }, bought.ETag)));

        answers.Select(answer => answer.Status).ShouldBe([200, 412, 412, 412], ignoreOrder: true);
        (await ada.GetAsync(path)).Text.ShouldBe(answers.Single(answer => answer.Status == 200).Text);
        (await ada.PutAsync(path, Inputs.Purchase, null)).ShouldBeProblem(428);
        (await ada.PutAsync(path, Inputs.Purchase, "W/\"2\"")).ShouldBeProblem(412);
        (await ada.PutAsync(path, Inputs.Purchase, "*")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_external_name_is_used_once_in_a_portfolio()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var first = await ada.PostAsync(activities, Deposit("bank-1"));
        var second = await ada.PostAsync(activities, Deposit("bank-2"));

        (await ada.PostAsync(activities, Deposit("bank-1"))).ShouldBeProblem(400).Fields.ShouldBe(["externalId"]);
        (await ada.PutAsync($"{activities}/{Id(second)}", Deposit("bank-1"), second.ETag)).ShouldBeProblem(400).Fields.ShouldBe(["externalId"]);
        (await ada.PutAsync($"{activities}/{Id(first)}", Deposit("bank-1"), first.ETag)).Status.ShouldBe(200);
        var elsewhere = $"portfolios/{await ada.CreatePortfolioAsync()}/activities";
        (await ada.PostAsync(elsewhere, Deposit("bank-1"))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_told_by_field()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var deposit = new { date = "2026-01-05", type = "DEPOSIT", amount = 1, currency = "EUR", note = new string('n', 501), externalId = new string('x', 101), account = new string('a', 65) };

        (await ada.PostAsync(activities, deposit)).ShouldBeProblem(400).Fields.ShouldBe(["account", "externalId", "note"]);
        (await ada.PostAsync(activities, deposit with { note = "\0", externalId = "\u0001", account = " " })).ShouldBeProblem(400).Fields.ShouldBe(["account", "externalId", "note"]);
        (await ada.PostAsync(activities, deposit with { note = new string('n', 500), externalId = new string('x', 100), account = new string('a', 64) })).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_fee_in_another_currency_without_a_rate_is_told()
    {
        var (ada, activities) = await WithPortfolioAsync();

        (await ada.PostAsync(activities, new { date = "2026-01-05", type = "BUY", symbol = "ACME", quantity = 1, unitPrice = 1, currency = "EUR", fee = 1, feeCurrency = "XTS" }))
            .ShouldBeProblem(400).Fields.ShouldBe(["feeCurrency"]);
    }

    private static string Id(Answer answer) => answer.Json.GetProperty("id").GetString()!;

    private static object Deposit(string externalId) => new { date = "2026-01-05", type = "DEPOSIT", amount = 1, currency = "EUR", externalId };

    private async Task<(Customer Customer, string Activities)> WithPortfolioAsync()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        return (ada, $"portfolios/{await ada.CreatePortfolioAsync()}/activities");
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class ActivityOnSqliteTests(ServicesOnSqlite services) : ActivityTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class ActivityOnPostgreSqlTests(ServicesOnPostgreSql services) : ActivityTests(services);
