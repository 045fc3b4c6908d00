using System.Globalization;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;
using FinanceHub.Worker;
using FinanceHub.Worker.Heartbeats;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Worker;

public sealed class WorkerTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
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
        (await CountAsync("SELECT count(*) FROM (SELECT \"Symbol\" FROM \"Prices\" GROUP BY \"Symbol\", \"Date\" HAVING count(*) > 1)")).ShouldBe(0);
        (await CountAsync("SELECT count(DISTINCT \"Symbol\") FROM \"Prices\"")).ShouldBe(FinanceHub.Worker.Prices.OfflineCatalogue.Instruments.Count);
    }

    [Theory]
    [InlineData(null, HealthStatus.Unhealthy)]
    [InlineData(0, HealthStatus.Healthy)]
    [InlineData(16, HealthStatus.Healthy)]
    [InlineData(18, HealthStatus.Unhealthy)]
    public async Task A_worker_is_healthy_as_long_as_its_last_beat_is_recent(int? secondsAgo, HealthStatus expected)
    {
        var clock = new FakeTimeProvider();
        var pulse = new Pulse();
        if (secondsAgo is { } seconds)
            pulse.Beat(clock.GetUtcNow() - TimeSpan.FromSeconds(seconds));
        var check = new HeartbeatHealthCheck(pulse, Options.Create(new WorkerOptions { HeartbeatInterval = TimeSpan.FromSeconds(5) }), clock);

        var result = await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

        result.Status.ShouldBe(expected, result.Description);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = new SqliteConnection(_database.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
