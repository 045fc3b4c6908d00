using System.Globalization;
using FinanceHub.Data.Alerts;
using FinanceHub.Data.Jobs;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices.Offline;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Users;
using FinanceHub.Data.Workers;
using FinanceHub.Domain.Activities;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;
using FinanceHub.Worker;

namespace FinanceHub.Hosts.Tests.Worker;

public abstract class WorkerTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private static readonly string[] Intervals = ["HeartbeatInterval", "PriceRefreshInterval", "ExchangeRateRefreshInterval", "ValuationInterval", "AlertInterval", "OutboxInterval", "CleanUpInterval"];

    private readonly TDatabase _database = new();

    private protected TDatabase Database => _database;

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Two_workers_at_once_beat_side_by_side_and_store_every_price_once()
    {
        var settings = Settings("00:00:00.050");
        await using var older = new HostFactory<WorkerService>(settings);
        await using var newer = new HostFactory<WorkerService>(settings);

        using var one = older.CreateClient();
        using var other = newer.CreateClient();

        await Eventually.TrueAsync(async () => await CountAsync("SELECT count(*) FROM \"WorkerHeartbeats\" WHERE \"Beats\" >= 3") == 2, "two workers beat three times each");
        await Eventually.TrueAsync(async () => await CountAsync("SELECT count(DISTINCT \"Symbol\") FROM \"Prices\"") == OfflineCatalogue.Instruments.Count, "prices are stored");
        (await one.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
        (await other.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
        (await CountAsync("SELECT count(*) FROM (SELECT \"Symbol\" FROM \"Prices\" GROUP BY \"Symbol\", \"Date\" HAVING count(*) > 1) AS twice")).ShouldBe(0);
    }

    [Fact]
    public async Task Every_job_runs_and_what_it_did_can_be_seen()
    {
        await AddCustomerAsync();
        await using var worker = new HostFactory<WorkerService>(Settings("00:00:00.200"));
        _ = worker.Server;
        string[] jobs = ["alert-evaluation ", "clean-up ", "exchange-rate-refresh ", "outbox in-app", "outbox webhook", "price-refresh ", "valuation "];

        await Eventually.TrueAsync(async () => (await _database.ReadAsync("SELECT \"Kind\" || ' ' || \"Subject\" FROM \"JobRuns\" WHERE \"SucceededAt\" IS NOT NULL")).Intersect(jobs).Count() == jobs.Length, "every job succeeded");
        // Up to today: in the middle of doing it again, the mark is gone and the old values are still there.
        await Eventually.TrueAsync(async () => await CountAsync($"SELECT count(*) FROM \"Portfolios\" WHERE \"StaleFrom\" IS NULL AND \"ValuedThrough\" >= '{Day(0)}'") == 1, "the portfolio is valued");
        await Eventually.TrueAsync(async () => await CountAsync("SELECT count(*) FROM \"AlertEvents\" WHERE \"DeliveredAt\" IS NOT NULL") == 1, "the alert fired and can be seen");

        (await CountAsync("SELECT count(*) FROM \"DailyValues\" WHERE \"Value\" IS NULL")).ShouldBe(0);
        (await CountAsync("SELECT count(*) FROM \"DailyValues\"")).ShouldBeGreaterThan(30);
        (await CountAsync("SELECT count(*) FROM \"AlertEvents\"")).ShouldBe(1);
        (await CountAsync("SELECT count(*) FROM \"JobRuns\" WHERE \"Failures\" > 0")).ShouldBe(0);
    }

    [Fact]
    public async Task A_day_that_was_left_out_is_filled_again()
    {
        await using (var first = new HostFactory<WorkerService>(Settings("00:00:00.200")))
        {
            _ = first.Server;
            await Eventually.TrueAsync(async () => await CountAsync("SELECT count(*) FROM \"JobRuns\" WHERE \"Kind\" LIKE '%refresh' AND \"SucceededAt\" IS NOT NULL") == 2, "prices and rates are stored");
        }

        var (prices, rates) = (await CountAsync("SELECT count(*) FROM \"Prices\""), await CountAsync("SELECT count(*) FROM \"ExchangeRates\""));
        await _database.ReadAsync($"DELETE FROM \"Prices\" WHERE \"Date\" BETWEEN '{Day(-15)}' AND '{Day(-5)}'");
        await _database.ReadAsync($"DELETE FROM \"ExchangeRates\" WHERE \"Date\" BETWEEN '{Day(-9)}' AND '{Day(-5)}'");
        (await CountAsync("SELECT count(*) FROM \"Prices\"")).ShouldBeLessThan(prices);
        (await CountAsync("SELECT count(*) FROM \"ExchangeRates\"")).ShouldBeLessThan(rates);

        await using var second = new HostFactory<WorkerService>(Settings("00:00:00.200"));
        _ = second.Server;

        await Eventually.TrueAsync(async () => await CountAsync("SELECT count(*) FROM \"Prices\"") >= prices && await CountAsync("SELECT count(*) FROM \"ExchangeRates\"") >= rates, "the gaps are filled");
    }

    [Fact]
    public async Task What_a_worker_left_that_was_killed_is_done_soon_and_not_only_at_the_next_regular_time()
    {
        await using (var context = _database.Open())
        {
            context.Add(new JobRunEntity { Kind = "price-refresh", Subject = "", Outcome = JobOutcome.Running, StartedAt = DateTime.UtcNow, InstanceId = "killed" });
            context.Add(new WorkerHeartbeatEntity { InstanceId = "killed", ReleaseId = "r", LastBeatAt = DateTime.UtcNow - JobRunStore.Patience + TimeSpan.FromSeconds(5) });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var worker = new HostFactory<WorkerService>(new Dictionary<string, string>(_database.Settings()) { ["Prices:BackfillDays"] = "30" });
        _ = worker.Server;

        await Eventually.TrueAsync(
            async () => await CountAsync("SELECT count(*) FROM \"JobRuns\" WHERE \"Kind\" = 'price-refresh' AND \"SucceededAt\" IS NOT NULL") == 1, "the prices are refreshed", TimeSpan.FromSeconds(60));
    }

    private static string Day(int fromToday) => DateTime.UtcNow.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private protected Dictionary<string, string> Settings(string interval)
    {
        var settings = new Dictionary<string, string>(_database.Settings()) { ["Prices:BackfillDays"] = "30" };
        foreach (var name in Intervals)
            settings[$"Worker:{name}"] = interval;
        return settings;
    }

    private async Task AddCustomerAsync()
    {
        await using var context = _database.Open();
        var user = new User { Id = Guid.CreateVersion7(), UserName = "ada", NormalizedUserName = "ADA", Email = "ada", NormalizedEmail = "ADA" };
        context.Add(user);
        var acme = OfflineCatalogue.Find("ACME")!;
        context.Add(new FinanceHub.Data.Prices.InstrumentEntity { Symbol = acme.Symbol, Name = acme.Name, Currency = acme.Currency, PriceBasis = new OfflinePriceProvider().Basis });
        context.Add(new AlertEntity { Id = Guid.CreateVersion7(), OwnerId = user.Id, Symbol = "ACME", Kind = AlertKind.PriceAbove, Threshold = 1, CooldownHours = 24, CreatedAt = DateTime.UtcNow });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var store = new PortfolioStore(context, TimeProvider.System);
        var portfolio = await store.CreateAsync(user.Id, "P", "CHF", TestContext.Current.CancellationToken);
        var bought = new Activity { Date = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-40)), Sequence = 0, Type = ActivityType.Buy, Currency = "EUR", Symbol = "ACME", Quantity = 1, UnitPrice = 100 };
        (await store.AddActivityAsync(user.Id, portfolio.Id, bought, TestContext.Current.CancellationToken)).ShouldBeOfType<AddActivityResult.Added>();
    }

    private protected async Task<long> CountAsync(string sql) => long.Parse((await _database.ReadAsync(sql)).Single(), CultureInfo.InvariantCulture);
}

public sealed class WorkerOnSqliteTests : WorkerTests<SqliteTestDatabase>;

public sealed class WorkerOnPostgreSqlTests : WorkerTests<PostgreSqlTestDatabase>
{
    [Fact]
    public async Task A_worker_that_runs_but_takes_no_jobs_does_not_pass_for_one_that_works()
    {
        await Database.ReadAsync("ALTER TABLE qrtz_triggers RENAME TO qrtz_triggers_gone");
        await using var worker = new HostFactory<WorkerService>(Settings("00:00:00.200"));
        using var client = worker.CreateClient();

        await Eventually.TrueAsync(async () => await CountAsync("SELECT count(*) FROM \"WorkerHeartbeats\"") == 1, "it has begun");
        await Eventually.TrueAsync(async () => (int)(await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode == 503, "it is not ready any more");
        (await CountAsync("SELECT \"Beats\" FROM \"WorkerHeartbeats\"")).ShouldBe(1);
    }
}
