using System.Text.Json;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class HoldingsTests(RunningServices services)
{
    [Fact]
    public async Task A_holding_in_another_currency_counts_in_the_portfolio_with_price_and_currency_told_apart()
    {
        await services.AddRatesAsync("XHA", 1.25m, 1m);
        var symbol = await services.AddInstrumentAsync("XHA", 80, 100, 110);
        var (ada, portfolio) = await WithPortfolioAsync();
        await BuyAsync(ada, portfolio, symbol, 10, 100, "XHA", Market.Today.AddDays(-1));

        var holdings = (await ada.GetAsync($"{portfolio}/holdings?sparkline=2")).Json;

        var holding = holdings.GetProperty("holdings").EnumerateArray().ShouldHaveSingleItem();
        (Number(holding, "marketValue"), Number(holding, "previousClose"), Value(holding, "reportingValue")).ShouldBe((1100, 100, 1100));
        // 10 × (110 − 100) at today's 1, and 10 × 100 that cost 800 euros.
        (Value(holding, "priceEffect"), Value(holding, "currencyEffect")).ShouldBe((100, 200));
        (Value(holding, "dayChange"), Value(holding, "dayChangeShare"), Value(holding, "share")).ShouldBe((100, 0.1m, 1));
        holding.GetProperty("sparkline").EnumerateArray().Select(close => close.GetDecimal()).ShouldBe([100, 110]);
        (Text(holding, "name"), Text(holding, "assetClass"), Text(holding, "priceDate")).ShouldBe(($"{symbol} Inc.", "EQUITY", Market.Text(Market.Today)));
        (Number(holdings, "totalValue"), Value(holdings, "unrealisedGain"), Value(holdings, "dayChange"), Value(holdings, "dayChangeShare")).ShouldBe((1100, 300, 100, 0.1m));
        (Value(holdings, "cashValue"), Value(holdings, "netWorth"), Text(holdings, "asOf")).ShouldBe((-1000, 100, Market.Text(Market.Today)));
    }

    [Fact]
    public async Task Without_a_rate_or_a_price_a_figure_says_why_there_is_none()
    {
        var symbol = await services.AddInstrumentAsync("XHB", 100);
        var (ada, portfolio) = await WithPortfolioAsync();
        await BuyAsync(ada, portfolio, symbol, 10, 100, "XHB", Market.Today);

        var holdings = (await ada.GetAsync($"{portfolio}/holdings")).Json;

        holdings.GetProperty("totalValue").ValueKind.ShouldBe(JsonValueKind.Null);
        Text(holdings, "unavailable").ShouldContain("exchange rate");
        var holding = holdings.GetProperty("holdings")[0];
        (Number(holding, "marketValue"), Reason(holding, "reportingValue") is null, Reason(holding, "dayChange")).ShouldBe((1000, false, Reason(holding, "reportingValue")));
        holding.GetProperty("previousClose").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_split_between_two_closes_is_no_change()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 100, 50);
        var (ada, portfolio) = await WithPortfolioAsync();
        await BuyAsync(ada, portfolio, symbol, 10, 100, "EUR", Market.Today.AddDays(-1));
        await ada.PostAsync($"{portfolio}/activities", new { date = Market.Text(Market.Today), type = "SPLIT", symbol, numerator = 2, denominator = 1, currency = "EUR" });

        var holding = (await ada.GetAsync($"{portfolio}/holdings")).Json.GetProperty("holdings")[0];

        (Number(holding, "quantity"), Number(holding, "price"), Number(holding, "previousClose"), Value(holding, "dayChange")).ShouldBe((20, 50, 50, 0));
        holding.GetProperty("sparkline").EnumerateArray().Select(close => close.GetDecimal()).ShouldBe([50, 50]);
    }

    [Fact]
    public async Task What_the_day_made_of_a_portfolio_counts_what_was_traded_on_it_since_the_trade()
    {
        var (bought, held, sold) = (await services.AddInstrumentAsync("EUR", 100, 110), await services.AddInstrumentAsync("EUR", 50, 51), await services.AddInstrumentAsync("EUR", 20, 30));
        var (ada, portfolio) = await WithPortfolioAsync();
        await BuyAsync(ada, portfolio, held, 10, 40, "EUR", Market.Today.AddDays(-3));
        await BuyAsync(ada, portfolio, sold, 10, 10, "EUR", Market.Today.AddDays(-3));
        await BuyAsync(ada, portfolio, bought, 100, 110, "EUR", Market.Today);
        await ada.PostAsync($"{portfolio}/activities", new { date = Market.Text(Market.Today), type = "SELL", symbol = sold, quantity = 10, unitPrice = 25, currency = "EUR" });

        var holdings = (await ada.GetAsync($"{portfolio}/holdings")).Json;

        var changes = holdings.GetProperty("holdings").EnumerateArray().ToDictionary(one => Text(one, "symbol"), one => (Value(one, "dayChange"), Value(one, "dayChangeShare")));
        changes[bought].ShouldBe((0, 0.1m), "its price has moved, but before it was bought");
        changes[held].ShouldBe((10, 0.02m));
        // 0 + 10 × (51 − 50) + 10 × (25 − 20), of 500 + 200 held and 11,000 bought for.
        (Value(holdings, "dayChange"), Value(holdings, "dayChangeShare"), Text(holdings, "dayChangeOn")).ShouldBe((60, 60m / 11_700, Market.Text(Market.Today)));
    }

    [Fact]
    public async Task The_day_of_a_change_is_that_of_the_latest_price_and_what_has_none_of_it_has_not_changed()
    {
        var (late, later) = (await services.AddInstrumentAsync("EUR", 100, 110, 120, 130), await services.AddInstrumentAsync("EUR", 10, 11, 12, 13));
        await using (var context = services.OpenDatabase())
        {
            await context.Prices.Where(price => (price.Symbol == late && price.Date > Market.Today.AddDays(-2)) || (price.Symbol == later && price.Date > Market.Today.AddDays(-1))).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        var (ada, portfolio) = await WithPortfolioAsync();
        await BuyAsync(ada, portfolio, late, 1, 90, "EUR", Market.Today.AddDays(-5));
        await BuyAsync(ada, portfolio, later, 10, 9, "EUR", Market.Today.AddDays(-5));
        await BuyAsync(ada, portfolio, later, 10, 1, "EUR", Market.Today);

        var holdings = (await ada.GetAsync($"{portfolio}/holdings")).Json;

        Text(holdings, "dayChangeOn").ShouldBe(Market.Text(Market.Today.AddDays(-1)));
        // 10 × (12 − 11), of 110 and the 110 of the one that has moved on another day. What was bought today is of another day as well.
        (Value(holdings, "dayChange"), Value(holdings, "dayChangeShare")).ShouldBe((10, 10m / 220));
        holdings.GetProperty("holdings").EnumerateArray().Single(one => Text(one, "symbol") == late).GetProperty("dayChange").GetProperty("value").GetDecimal().ShouldBe(10);
    }

    [Fact]
    public async Task A_purchase_is_seen_at_once()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 100);
        var (ada, portfolio) = await WithPortfolioAsync();
        await BuyAsync(ada, portfolio, symbol, 10, 100, "EUR", Market.Today);
        await ada.GetAsync($"{portfolio}/holdings");

        await BuyAsync(ada, portfolio, symbol, 5, 90, "EUR", Market.Today);

        Number((await ada.GetAsync($"{portfolio}/holdings")).Json.GetProperty("holdings")[0], "quantity").ShouldBe(15);
    }

    [Fact]
    public async Task Lots_are_told_as_they_were_acquired()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 120);
        var (ada, portfolio) = await WithPortfolioAsync();
        await BuyAsync(ada, portfolio, symbol, 10, 100, "EUR", Market.Today.AddDays(-2));
        await BuyAsync(ada, portfolio, symbol, 5, 110, "EUR", Market.Today.AddDays(-1));

        var lots = (await ada.GetAsync($"{portfolio}/lots?symbol={symbol}")).Json;

        Text(lots, "method").ShouldBe("FIFO");
        lots.GetProperty("lots").EnumerateArray()
            .Select(lot => (Text(lot, "acquired"), Number(lot, "quantity"), Number(lot, "unitCost"), Value(lot, "marketValue"), Value(lot, "unrealisedGain")))
            .ShouldBe([(Market.Text(Market.Today.AddDays(-2)), 10, 100, 1200, 200), (Market.Text(Market.Today.AddDays(-1)), 5, 110, 600, 50)]);
        (await ada.GetAsync($"{portfolio}/lots?symbol=NOBODY")).Json.GetProperty("lots").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_parts_of_an_allocation_add_up()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 100);
        var (ada, portfolio) = await WithPortfolioAsync();
        await ada.PostAsync($"{portfolio}/activities", new { date = Market.Text(Market.Today), type = "DEPOSIT", amount = 4000, currency = "EUR" });
        await BuyAsync(ada, portfolio, symbol, 10, 100, "EUR", Market.Today);

        var allocation = (await ada.GetAsync($"{portfolio}/allocation")).Json;

        Value(allocation, "total").ShouldBe(4000);
        Slices(allocation, "byAssetClass").ShouldBe([("CASH", 3000, 0.75m), ("EQUITY", 1000, 0.25m)]);
        Slices(allocation, "byCurrency").ShouldBe([("EUR", 4000, 1)]);
        Slices(allocation, "byAccount").ShouldBe([("", 4000, 1)]);
    }

    [Fact]
    public async Task Dividends_come_one_by_one_and_by_month_in_the_currency_of_the_portfolio()
    {
        await services.AddRatesAsync("XHC", [.. Enumerable.Repeat(2m, 100)]);
        var (ada, portfolio) = await WithPortfolioAsync();
        var month = new DateOnly(Market.Today.Year, Market.Today.Month, 1).AddMonths(-1);
        foreach (var (day, amount) in new[] { (month.AddDays(-1), 100), (month, 50), (month.AddDays(1), 30) })
            await ada.PostAsync($"{portfolio}/activities", new { date = Market.Text(day), type = "DIVIDEND", symbol = "ACME", amount, tax = 10, currency = "XHC" });

        var all = (await ada.GetAsync($"{portfolio}/dividends")).Json;
        var some = (await ada.GetAsync($"{portfolio}/dividends?from={Market.Text(month)}&to={Market.Text(month)}")).Json;

        all.GetProperty("months").EnumerateArray().Select(one => (Text(one, "month"), Value(one, "gross"), Value(one, "tax"), Value(one, "net")))
            .ShouldBe([(Market.Text(month.AddDays(-1))[..7], 50, 5, 45), (Market.Text(month)[..7], 40, 10, 30)]);
        var payment = some.GetProperty("payments").EnumerateArray().ShouldHaveSingleItem();
        (Text(payment, "currency"), Number(payment, "gross"), Number(payment, "net"), Value(payment, "reportingNet")).ShouldBe(("XHC", 50, 40, 20));
    }

    [Theory]
    [InlineData("holdings?sparkline=many", "sparkline")]
    [InlineData("holdings?sparkline=91", "sparkline")]
    [InlineData("dividends?from=01.02.2026", "from")]
    [InlineData("dividends?from=2026-02-01&to=2026-01-01", "from")]
    public async Task A_query_that_cannot_be_read_is_told_by_field(string path, string field)
    {
        var (ada, portfolio) = await WithPortfolioAsync();

        (await ada.GetAsync($"{portfolio}/{path}")).ShouldBeProblem(400).Fields.ShouldBe([field]);
    }

    private async Task<(Customer Customer, string Portfolio)> WithPortfolioAsync()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        return (ada, $"portfolios/{await ada.CreatePortfolioAsync()}");
    }

    private static async Task BuyAsync(Customer customer, string portfolio, string symbol, decimal quantity, decimal unitPrice, string currency, DateOnly day)
    {
        var answer = await customer.PostAsync($"{portfolio}/activities", new { date = Market.Text(day), type = "BUY", symbol, quantity, unitPrice, currency });
        answer.Status.ShouldBe(201, answer.Text);
    }

    private static List<(string, decimal?, decimal?)> Slices(JsonElement allocation, string by) =>
        [.. allocation.GetProperty(by).EnumerateArray().Select(slice => (Text(slice, "key"), Value(slice, "value"), Value(slice, "share")))];

    private static decimal Number(JsonElement json, string name) => json.GetProperty(name).GetDecimal();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static decimal? Value(JsonElement json, string name) =>
        json.GetProperty(name).GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    private static string? Reason(JsonElement json, string name) => json.GetProperty(name).GetProperty("reason").GetString();
}

[Collection(ServicesOnSqlite.Name)]
public sealed class HoldingsOnSqliteTests(ServicesOnSqlite services) : HoldingsTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class HoldingsOnPostgreSqlTests(ServicesOnPostgreSql services) : HoldingsTests(services);
