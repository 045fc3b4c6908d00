using FinanceHub.Data.Jobs;
using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class InstrumentTests(RunningServices services)
{
    [Fact]
    public async Task An_instrument_is_found_by_the_beginning_of_its_symbol_with_its_prices()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 100, 101, 102);
        var ada = await Customer.SignedInAsync(services.CreateApiClient());

        var found = (await ada.GetAsync($"instruments?q={symbol[..12].ToLowerInvariant()}&limit=5")).Json.EnumerateArray().ShouldHaveSingleItem();
        var prices = (await ada.GetAsync($"instruments/{symbol}/prices?from={Market.Text(Market.Today.AddDays(-1))}")).Json;

        (found.GetProperty("symbol").GetString(), found.GetProperty("name").GetString(), found.GetProperty("assetClass").GetString()).ShouldBe((symbol, $"{symbol} Inc.", "EQUITY"));
        (await ada.GetAsync($"instruments/{symbol.ToLowerInvariant()}")).Json.GetProperty("currency").GetString().ShouldBe("EUR");
        prices.GetProperty("basis").GetString().ShouldBe("RAW");
        prices.GetProperty("prices").EnumerateArray().Select(price => price.GetProperty("close").GetDecimal()).ShouldBe([101, 102]);
        (await ada.GetAsync("instruments/NOBODY")).ShouldBeProblem(404);
        (await ada.GetAsync("instruments/NOBODY/prices")).ShouldBeProblem(404);
        (await ada.GetAsync("instruments?limit=1000")).ShouldBeProblem(400).Fields.ShouldBe(["limit"]);
        (await ada.GetAsync("instruments?q=%00")).ShouldBeProblem(400).Fields.ShouldBe(["q"]);
    }

    [Fact]
    public async Task The_rates_of_a_pair_are_told_day_by_day()
    {
        await services.AddRatesAsync("XIA", 4, 5);
        var ada = await Customer.SignedInAsync(services.CreateApiClient());

        var rates = (await ada.GetAsync("fx?base=xia&quote=EUR")).Json;

        (rates.GetProperty("base").GetString(), rates.GetProperty("quote").GetString()).ShouldBe(("XIA", "EUR"));
        rates.GetProperty("rates").EnumerateArray().Select(rate => (rate.GetProperty("date").GetString(), rate.GetProperty("rate").GetDecimal()))
            .ShouldBe([(Market.Text(Market.Today.AddDays(-1)), 0.25m), (Market.Text(Market.Today), 0.2m)]);
        (await ada.GetAsync("fx?base=Euro&from=yesterday")).ShouldBeProblem(400).Fields.ShouldBe(["base", "from", "quote"]);
    }

    [Fact]
    public async Task The_last_run_of_every_job_is_told_to_everybody()
    {
        var kind = $"job-{Guid.NewGuid():N}";
        var start = new DateTime(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc);
        await using var context = services.OpenDatabase();
        context.Add(new JobRunEntity { Kind = kind, Subject = "", Outcome = JobOutcome.Failed, StartedAt = start, FinishedAt = start.AddSeconds(1.5), Runs = 7, Failures = 2, Message = "No answer.", InstanceId = "w1" });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        var job = (await new Customer(services.CreateApiClient()).GetAsync("system/jobs")).Json.EnumerateArray().Single(run => run.GetProperty("kind").GetString() == kind);

        (job.GetProperty("outcome").GetString(), job.GetProperty("durationMs").GetInt64(), job.GetProperty("failures").GetInt32(), job.GetProperty("message").GetString()).ShouldBe(("FAILED", 1500, 2, "No answer."));
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class InstrumentOnSqliteTests(ServicesOnSqlite services) : InstrumentTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class InstrumentOnPostgreSqlTests(ServicesOnPostgreSql services) : InstrumentTests(services);
