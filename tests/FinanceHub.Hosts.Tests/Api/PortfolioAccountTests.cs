using FinanceHub.Data;
using FinanceHub.Data.Prices;
using FinanceHub.Domain.Instruments;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class PortfolioAccountTests(RunningServices services)
{
    [Fact]
    public async Task An_account_is_opened_by_the_first_activity_that_names_it()
    {
        var (ada, path) = await WithPortfolioAsync();
        await ada.PostAsync($"{path}/activities", Deposit("Broker"));
        await ada.PostAsync($"{path}/activities", Deposit("Broker"));
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-06", type = "TRANSFER", amount = 5, currency = "EUR", account = "Broker", toAccount = "Bank" });

        var accounts = (await ada.GetAsync($"{path}/accounts")).Json;

        accounts.EnumerateArray().Select(account => account.GetProperty("name").GetString()).ShouldBe(["Bank", "Broker"]);
        accounts.EnumerateArray().Select(account => account.GetProperty("activities").GetInt32()).ShouldBe([1, 3]);
        var cash = accounts[1].GetProperty("cash").EnumerateArray().ShouldHaveSingleItem();
        (cash.GetProperty("currency").GetString(), cash.GetProperty("balance").GetDecimal()).ShouldBe(("EUR", 195));
        accounts[1].GetProperty("value").GetProperty("value").GetDecimal().ShouldBe(195);
    }

    [Fact]
    public async Task An_account_is_worth_its_securities_and_its_cash_in_the_currency_of_the_portfolio()
    {
        var (ada, path) = await WithPortfolioAsync();
        var symbol = $"X{Guid.NewGuid():N}"[..12].ToUpperInvariant();
        await StoreAsync(symbol);
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-02", type = "DEPOSIT", amount = 100, currency = "XUA", account = "Broker" });
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-05", type = "BUY", symbol, quantity = 4, unitPrice = 10, currency = "XUA", account = "Broker" });

        var accounts = (await ada.GetAsync($"{path}/accounts")).Json;

        // 4 at 20 and 60 in cash, at 4 for a euro.
        accounts[0].GetProperty("value").GetProperty("value").GetDecimal().ShouldBe(35);
        accounts[0].GetProperty("cash")[0].GetProperty("balance").GetDecimal().ShouldBe(60);
    }

    [Fact]
    public async Task What_has_no_price_has_no_value_but_a_reason()
    {
        var (ada, path) = await WithPortfolioAsync();
        await ada.PostAsync($"{path}/activities?allowUnknownSymbols=true", new { date = "2026-01-05", type = "BUY", symbol = "NOBODY", quantity = 4, unitPrice = 10, currency = "EUR", account = "Broker" });

        var value = (await ada.GetAsync($"{path}/accounts")).Json[0].GetProperty("value");

        value.ToString().ShouldBe("""{"value":null,"reason":"There is no price for NOBODY."}""");
    }

    [Fact]
    public async Task With_an_account_its_activities_are_renamed()
    {
        var (ada, path) = await WithPortfolioAsync();
        var deposit = await ada.PostAsync($"{path}/activities", Deposit("Old"));
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-06", type = "TRANSFER", amount = 5, currency = "EUR", account = "Other", toAccount = "Old" });
        var id = (await ada.GetAsync($"{path}/accounts")).Json[0].GetProperty("id").GetString();

        var renamed = await ada.PutAsync($"{path}/accounts/{id}", new { name = "New" }, (await ada.GetAsync($"{path}/accounts/{id}")).ETag);

        renamed.Status.ShouldBe(200, renamed.Text);
        (renamed.Json.GetProperty("name").GetString(), renamed.Json.GetProperty("activities").GetInt32()).ShouldBe(("New", 2));
        var items = (await ada.GetAsync($"{path}/activities?sort=date&account=New")).Json.GetProperty("items");
        (items[0].GetProperty("account").GetString(), items[1].GetProperty("account").GetString(), items[1].GetProperty("toAccount").GetString()).ShouldBe(("New", "Other", "New"));
        (await ada.PutAsync($"{path}/activities/{deposit.Json.GetProperty("id").GetString()}", Deposit("Old"), deposit.ETag)).ShouldBeProblem(412);
        (await ada.GetAsync($"{path}/accounts")).Json.GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_name_is_used_once_and_has_a_form()
    {
        var (ada, path) = await WithPortfolioAsync();
        var first = await ada.PostAsync($"{path}/accounts", new { name = " A " });
        await ada.PostAsync($"{path}/accounts", new { name = "B" });
        first.Status.ShouldBe(201, first.Text);
        var id = first.Json.GetProperty("id").GetString();

        (await ada.PostAsync($"{path}/accounts", new { name = "A" })).ShouldBeProblem(400).Fields.ShouldBe(["name"]);
        (await ada.PostAsync($"{path}/accounts", new { name = "" })).ShouldBeProblem(400).Fields.ShouldBe(["name"]);
        (await ada.PutAsync($"{path}/accounts/{id}", new { name = "B" }, first.ETag)).ShouldBeProblem(400).Fields.ShouldBe(["name"]);
        (await ada.PutAsync($"{path}/accounts/{id}", new { name = "A" }, first.ETag)).Status.ShouldBe(200);
        (await ada.PutAsync($"{path}/accounts/{Guid.NewGuid()}", new { name = "C" }, null)).ShouldBeProblem(404);
    }

    [Fact]
    public async Task An_account_can_be_deleted_once_no_activity_names_it()
    {
        var (ada, path) = await WithPortfolioAsync();
        var deposit = await ada.PostAsync($"{path}/activities", Deposit("Broker"));
        var id = (await ada.GetAsync($"{path}/accounts")).Json[0].GetProperty("id").GetString();
        var account = await ada.GetAsync($"{path}/accounts/{id}");
        (await ada.DeleteAsync($"{path}/accounts/{id}", account.ETag!)).ShouldBeProblem(409);

        await ada.DeleteAsync($"{path}/activities/{deposit.Json.GetProperty("id").GetString()}", deposit.ETag!);

        (await ada.DeleteAsync($"{path}/accounts/{id}", account.ETag!)).Status.ShouldBe(204);
        (await ada.GetAsync($"{path}/accounts")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_account_the_second_is_told()
    {
        var (ada, path) = await WithPortfolioAsync();
        var opened = await ada.PostAsync($"{path}/accounts", new { name = "Broker" });
        var account = $"{path}/accounts/{opened.Json.GetProperty("id").GetString()}";
        var read = await ada.GetAsync(account);
        (read.Text, read.ETag).ShouldBe((opened.Text, opened.ETag));

        var renamed = await ada.PutAsync(account, new { name = "Bank" }, read.ETag);

        (renamed.Status, renamed.ETag, renamed.Json.GetProperty("revision").GetInt64()).ShouldBe((200, "\"1\"", 1));
        (await ada.PutAsync(account, new { name = "Purse" }, read.ETag)).ShouldBeProblem(412);
        (await ada.PutAsync(account, new { name = "Purse" }, null)).ShouldBeProblem(428);
        (await ada.DeleteAsync(account, read.ETag!)).ShouldBeProblem(412);
        (await ada.DeleteAsync(account)).ShouldBeProblem(428);
        // What is booked in it changes nothing of the account itself.
        await ada.PostAsync($"{path}/activities", Deposit("Bank"));
        (await ada.GetAsync(account)).ETag.ShouldBe(renamed.ETag);
        (await ada.GetAsync($"{path}/accounts")).Json[0].GetProperty("name").GetString().ShouldBe("Bank");
    }

    [Fact]
    public async Task Another_user_finds_no_account()
    {
        var (ada, path) = await WithPortfolioAsync();
        var bob = await Customer.SignedInAsync(services.CreateApiClient());
        var id = (await ada.PostAsync($"{path}/accounts", new { name = "A" })).Json.GetProperty("id").GetString();

        (await bob.PostAsync($"{path}/accounts", new { name = "" })).ShouldBeProblem(404);
        (await bob.PutAsync($"{path}/accounts/{id}", new { name = "B" }, null)).ShouldBeProblem(404);
        (await bob.DeleteAsync($"{path}/accounts/{id}")).ShouldBeProblem(404);
    }

    private static object Deposit(string account) => new { date = "2026-01-05", type = "DEPOSIT", amount = 100, currency = "EUR", account };

    private async Task StoreAsync(string symbol)
    {
        await using var scope = services.ApiServices.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<FinanceHubDbContext>();
        database.Add(new InstrumentEntity { Symbol = symbol, Name = symbol, Currency = "XUA", PriceBasis = PriceBasis.Raw });
        database.Add(new PriceEntity { Symbol = symbol, Date = new DateOnly(2026, 1, 5), Close = 20 });
        database.Add(new ExchangeRateEntity { Currency = "XUA", Date = new DateOnly(2026, 1, 1), PerEuro = 4 });
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(Customer Customer, string Path)> WithPortfolioAsync()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        return (ada, $"portfolios/{await ada.CreatePortfolioAsync()}");
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class PortfolioAccountOnSqliteTests(ServicesOnSqlite services) : PortfolioAccountTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class PortfolioAccountOnPostgreSqlTests(ServicesOnPostgreSql services) : PortfolioAccountTests(services);
