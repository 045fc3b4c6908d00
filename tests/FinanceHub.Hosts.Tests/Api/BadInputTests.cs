using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class BadInputTests(RunningServices services)
{
    [Fact]
    public async Task An_oversell_names_what_was_held_and_stores_nothing()
    {
        var (ada, activities) = await WithPortfolioAsync();
        await ada.PostAsync(activities, Inputs.Purchase);

        var answer = (await ada.PostAsync(activities, Inputs.Purchase with { type = "SELL", date = "2026-01-06", quantity = 11 })).ShouldBeProblem(400);

        answer.Json.GetProperty("errors").GetProperty("quantity")[0].GetString().ShouldBe("SELL of ACME on 2026-01-06: expected at most the 10 held then, found 11.");
        (await ada.GetAsync(activities)).Json.GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_symbol_that_nobody_knows_is_refused_unless_it_is_confirmed_or_held()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var misspelt = Inputs.Purchase with { symbol = "AMCE" };

        var answer = (await ada.PostAsync(activities, misspelt)).ShouldBeProblem(400);

        answer.Json.GetProperty("errors").ToString().ShouldBe("""{"symbol":["Expected the symbol of a known instrument, found \"AMCE\"."]}""");
        (await ada.PostAsync(activities, misspelt with { quantity = -1 })).ShouldBeProblem(400).Fields.ShouldBe(["quantity", "symbol"]);
        (await ada.PostAsync($"{activities}?allowUnknownSymbols=perhaps", misspelt)).ShouldBeProblem(400);
        (await ada.GetAsync(activities)).Json.GetProperty("total").GetInt32().ShouldBe(0);

        var bought = await ada.PostAsync($"{activities}?allowUnknownSymbols=true", misspelt);
        bought.Status.ShouldBe(201, bought.Text);
        (await ada.PostAsync(activities, misspelt with { type = "SELL", date = "2026-01-06", quantity = 4 })).Status.ShouldBe(201);
        var path = $"{activities}/{bought.Json.GetProperty("id").GetString()}";
        (await ada.PutAsync(path, misspelt with { fee = 2 }, "*")).Status.ShouldBe(200);
        (await ada.PutAsync(path, misspelt with { symbol = "EMCA" }, "*")).ShouldBeProblem(400).Fields.ShouldBe(["symbol"]);

        // What somebody else holds is as unknown as before.
        var (bob, others) = await WithPortfolioAsync();
        (await bob.PostAsync(others, misspelt)).ShouldBeProblem(400).Fields.ShouldBe(["symbol"]);
    }

    [Theory]
    [InlineData("""{"date":"2026-01-05","type":"BUY","symbol":"ACME","quantity":-10,"unitPrice":100,"currency":"EUR"}""", new[] { "quantity" })]
    [InlineData("""{"date":"2999-01-05","type":"BUY","symbol":"ACME","quantity":10,"unitPrice":100,"currency":"EUR"}""", new[] { "date" })]
    [InlineData("""{"date":"05.01.2026","type":"BUY","symbol":"ACME","quantity":10,"unitPrice":100,"currency":"EUR"}""", new[] { "date" })]
    [InlineData("""{"date":"2026-02-30","type":"BUY","symbol":"ACME","quantity":10,"unitPrice":100,"currency":"EUR"}""", new[] { "date" })]
    [InlineData("""{"date":"2026-01-05","type":"BORROW","symbol":"ACME","quantity":10,"unitPrice":100,"currency":"EUR"}""", new[] { "type" })]
    [InlineData("""{"type":"BORROW"}""", new[] { "currency", "date", "type" })]
    [InlineData("""{"date":"2999-01-05","type":"BUY","symbol":"a;b","quantity":0,"unitPrice":-1,"currency":"Euro","fee":-1}""", new[] { "currency", "date", "fee", "quantity", "symbol", "unitPrice" })]
    [InlineData("""{"date":"2026-01-05","type":"DEPOSIT","amount":1,"symbol":"ACME","currency":"EUR"}""", new[] { "symbol" })]
    [InlineData("{}", new[] { "currency", "date", "type" })]
    [InlineData("""{"date":"0001-01-01","type":"BUY","symbol":"ACME","quantity":10,"unitPrice":100,"currency":"EUR"}""", new[] { "date" })]
    [InlineData("""{"date":"1899-12-31","type":"BUY","symbol":"ACME","quantity":10,"unitPrice":100,"currency":"EUR"}""", new[] { "date" })]
    [InlineData("""{"date":"2026-01-05","type":"BUY","symbol":"ACME","quantity":-100000000000000000000,"unitPrice":1000000000,"currency":"EUR"}""", new[] { "quantity" })]
    [InlineData("""{"date":"2026-01-05","type":"BUY","symbol":"ACME","quantity":79228162514264337593543950335,"unitPrice":-79228162514264337593543950335,"currency":"EUR"}""", new[] { "quantity", "unitPrice" })]
    [InlineData("""{"date":"2026-01-05","type":"SELL","symbol":"ACME","quantity":-79228162514264337593543950335,"unitPrice":-79228162514264337593543950335,"currency":"EUR"}""", new[] { "quantity", "unitPrice" })]
    public async Task Faults_of_an_activity_are_told_by_field_all_at_once(string body, string[] fields)
    {
        var (ada, activities) = await WithPortfolioAsync();

        (await ada.PostTextAsync(activities, body)).ShouldBeProblem(400).Fields.ShouldBe(fields);
        (await ada.GetAsync(activities)).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"date":""", 400, "not valid JSON")]
    [InlineData("", 400, "Expected a JSON body")]
    [InlineData("null", 400, "Expected a JSON body")]
    [InlineData("""{"quantity":"ten"}""", 400, "quantity")]
    [InlineData("""{"quantity":1e40}""", 400, "quantity")]
    [InlineData("""{"fees":1}""", 400, "fees")]
    [InlineData("[1,2]", 400, "JSON")]
    public async Task A_body_that_cannot_be_read_is_told_why(string body, int status, string reason)
    {
        var (ada, activities) = await WithPortfolioAsync();

        var answer = (await ada.PostTextAsync(activities, body)).ShouldBeProblem(status);

        answer.Json.GetProperty("detail").GetString()!.ShouldContain(reason);
        answer.Text.ShouldNotContain("FinanceHub.");
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        var (ada, activities) = await WithPortfolioAsync();

        (await ada.PostTextAsync(activities, "date=2026-01-05", "application/x-www-form-urlencoded")).ShouldBeProblem(415);
    }

    [Theory]
    [InlineData("", "EUR", new[] { "name" })]
    [InlineData("P", "E1R", new[] { "currency" })]
    [InlineData("P", "EUE", new[] { "currency" })]
    [InlineData("P", "DEM", new[] { "currency" })]
    [InlineData("P", "GBX", new[] { "currency" })]
    [InlineData(null, null, new[] { "currency", "name" })]
    [InlineData("P\0", "EUR", new[] { "name" })]
    public async Task Faults_of_a_portfolio_are_told_by_field(string? name, string? currency, string[] fields)
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());

        (await ada.PostAsync("portfolios", new { name, currency })).ShouldBeProblem(400).Fields.ShouldBe(fields);
        (await ada.PostAsync("portfolios", new { name = new string('x', 101), currency = "EUR" })).ShouldBeProblem(400).Fields.ShouldBe(["name"]);
    }

    [Fact]
    public async Task Text_that_looks_like_SQL_is_text()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        const string Name = "Robert'); DROP TABLE \"Portfolios\";--";

        (await ada.PostAsync("portfolios", new { name = Name, currency = "EUR" })).Status.ShouldBe(201);

        (await ada.GetAsync("portfolios")).Json[0].GetProperty("name").GetString().ShouldBe(Name);
    }

    [Theory]
    [InlineData("""{"name":"P\ud800","currency":"EUR"}""")]
    [InlineData("""{"name":"P","currency":"EU\u0000"}""")]
    public async Task Text_that_no_database_can_hold_is_refused(string body)
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());

        (await ada.PostTextAsync("portfolios", body)).ShouldBeProblem(400);
    }

    [Theory]
    [InlineData("portfolios/not-a-guid")]
    [InlineData("portfolios/00000000-0000-0000-0000-000000000000/holdings")]
    [InlineData("nothing")]
    public async Task What_is_not_there_is_a_problem_of_404(string path)
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());

        (await ada.GetAsync(path)).ShouldBeProblem(404);
    }

    private async Task<(Customer Customer, string Activities)> WithPortfolioAsync()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        return (ada, $"portfolios/{await ada.CreatePortfolioAsync()}/activities");
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class BadInputOnSqliteTests(ServicesOnSqlite services) : BadInputTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class BadInputOnPostgreSqlTests(ServicesOnPostgreSql services) : BadInputTests(services);
