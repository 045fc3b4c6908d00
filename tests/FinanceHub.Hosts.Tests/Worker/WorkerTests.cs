using System.Globalization;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;
using FinanceHub.Worker;

namespace FinanceHub.Hosts.Tests.Worker;

public abstract class WorkerTests<TDatabase> : IAsyncLifetime
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
    public async Task Two_workers_at_once_beat_side_by_side_and_store_every_price_once()
    {
        var settings = new Dictionary<string, string>(_database.Settings()) { ["Worker:HeartbeatInterval"] = "00:00:00.050", ["Worker:PriceRefreshInterval"] = "00:00:00.050" };
        await using var older = new HostFactory<WorkerService>(settings);
        await using var newer = new HostFactory<WorkerService>(settings);

        using var one = older.CreateClient();
        using var other = newer.CreateClient();

        await Eventually.TrueAsync(async () => await CountAsync("SELECT count(*) FROM \"WorkerHeartbeats\" WHERE \"Beats\" >= 3") == 2, "two workers beat three times each");
        await Eventually.TrueAsync(async () => await CountAsync("SELECT count(*) FROM \"Prices\"") > 0, "prices are stored");
        (await one.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
        (await other.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
        (await CountAsync("SELECT count(*) FROM (SELECT \"Symbol\" FROM \"Prices\" GROUP BY \"Symbol\", \"Date\" HAVING count(*) > 1) AS twice")).ShouldBe(0);
        (await CountAsync("SELECT count(DISTINCT \"Symbol\") FROM \"Prices\"")).ShouldBe(FinanceHub.Worker.Prices.OfflineCatalogue.Instruments.Count);
    }

    private async Task<long> CountAsync(string sql) => long.Parse((await _database.ReadAsync(sql)).Single(), CultureInfo.InvariantCulture);
}

public sealed class WorkerOnSqliteTests : WorkerTests<SqliteTestDatabase>;

public sealed class WorkerOnPostgreSqlTests : WorkerTests<PostgreSqlTestDatabase>;
