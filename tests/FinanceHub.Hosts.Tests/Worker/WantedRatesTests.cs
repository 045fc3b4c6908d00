using System.Text;
using FinanceHub.Api;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Api;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;
using FinanceHub.Worker;

namespace FinanceHub.Hosts.Tests.Worker;

/// <summary>What is older than everything that is stored brings the exchange rates that it needs.</summary>
public abstract class WantedRatesTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_fee_of_long_ago_is_refused_until_the_rates_are_there_and_then_accepted()
    {
        await using var api = new HostFactory<ApiService>(_database.Settings());
        var ada = await Customer.SignedInAsync(api.CreateClient());
        var path = $"portfolios/{await ada.CreatePortfolioAsync()}";
        const string File = "date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id,fee_currency\n2016-03-02,BUY,ACME,1,10,EUR,1,,,,,USD\n2015-03-02,BUY,ACME,1,10,EUR,1,,,,,USD\n2015-03-02,BUY,ACME,1,10,EUR,,,,,,\n";
        var bought = new { date = "2014-06-02", type = "BUY", symbol = "ACME", quantity = 1, unitPrice = 10, currency = "EUR", fee = 1, feeCurrency = "USD" };

        var preview = await ada.UploadAsync($"{path}/imports?allowUnknownSymbols=true", Encoding.UTF8.GetBytes(File));
        var refused = await ada.PostAsync($"{path}/activities?allowUnknownSymbols=true", bought);

        var errors = preview.Json.GetProperty("errors").EnumerateArray().ToList();
        errors.Select(error => (error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString())).ShouldBe([(2, "fee_currency"), (3, "fee_currency")]);
        errors.ShouldAllBe(error => error.GetProperty("message").GetString()!.EndsWith(" Rates since 2015-01-01 are being fetched: try again in a minute."));
        refused.ShouldBeProblem(400).Json.GetProperty("errors").GetProperty("feeCurrency")[0].GetString()!.ShouldEndWith(" Rates since 2014-01-01 are being fetched: try again in a minute.");

        await using var worker = new HostFactory<WorkerService>(new Dictionary<string, string>(_database.Settings())
        {
            ["Worker:OutboxInterval"] = "00:00:00.200",
            ["Prices:BackfillDays"] = "10",
        });
        _ = worker.Server;
        var import = $"{path}/imports/{preview.Json.GetProperty("id").GetString()}";
        await Eventually.TrueAsync(async () => (await ada.GetAsync($"{import}?allowUnknownSymbols=true")).Json.GetProperty("errorCount").GetInt32() == 0, "the rates are there", TimeSpan.FromMinutes(1));

        (await ada.PostTextAsync($"{import}/commit?allowUnknownSymbols=true", "")).Text.ShouldBe("""{"imported":3,"duplicates":0}""");
        await Eventually.TrueAsync(async () => (await ada.PostAsync($"{path}/activities", bought)).Status == 201, "the older ones as well", TimeSpan.FromMinutes(1));

        // Of what there is not although it was fetched nothing is promised.
        Answer none = refused;
        await Eventually.TrueAsync(
            async () => !(none = await ada.PostAsync($"{path}/activities", bought with { feeCurrency = "XTS" })).Text.Contains("being fetched", StringComparison.Ordinal), "all that there is was fetched", TimeSpan.FromMinutes(1));
        none.ShouldBeProblem(400).Fields.ShouldBe(["feeCurrency"]);
    }
}

public sealed class WantedRatesOnSqliteTests : WantedRatesTests<SqliteTestDatabase>;

public sealed class WantedRatesOnPostgreSqlTests : WantedRatesTests<PostgreSqlTestDatabase>;
