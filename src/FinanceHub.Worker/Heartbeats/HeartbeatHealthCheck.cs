using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Heartbeats;

/// <summary>Healthy as long as this process writes its sign of life, which it does only while it takes jobs.</summary>
internal sealed class HeartbeatHealthCheck(Pulse pulse, IOptions<WorkerOptions> options, TimeProvider clock) : IHealthCheck
{
    public const string Name = "worker:heartbeat";

    /// <summary>A beat may be missed when the database is busy; three in a row are not an accident.</summary>
    private const int BeatsMissed = 3;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var limit = (options.Value.HeartbeatInterval * BeatsMissed) + Grace;
        if (pulse.LastBeat is not { } last)
            return Task.FromResult(HealthCheckResult.Unhealthy("The worker has not written a heartbeat yet."));

        var age = clock.GetUtcNow() - last;
        var data = new Dictionary<string, object>
        {
            ["componentType"] = "component",
            ["observedValue"] = Math.Round(age.TotalSeconds, 3),
            ["observedUnit"] = "s",
        };
        return Task.FromResult(age <= limit
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Unhealthy(FormattableString.Invariant($"Expected a heartbeat within {limit.TotalSeconds:0.#} s, the last was written {age.TotalSeconds:0.#} s ago."), data: data));
    }
}
