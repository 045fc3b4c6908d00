using FinanceHub.Worker;
using FinanceHub.Worker.Heartbeats;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Worker;

public sealed class HeartbeatHealthCheckTests
{
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
}
