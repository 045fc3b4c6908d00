using FinanceHub.Data.Workers;
using FinanceHub.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Heartbeats;

/// <summary>
/// Writes the sign of life of this process. After the first one, on which the jobs wait, there is none without jobs being taken: a worker
/// that only runs is of no use, and who reads its heartbeat must not take it for one that works.
/// </summary>
internal sealed class HeartbeatService(
    Pulse pulse,
    ReleaseIdentity release,
    HeartbeatWriter writer,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<HeartbeatService> logger) : PeriodicService(options.Value.HeartbeatInterval, clock, logger)
{
    private readonly ILogger _logger = logger;

    protected override async Task RunOnceAsync(CancellationToken cancellation)
    {
        if (pulse.LastBeat is not null && !pulse.TakesJobs)
        {
            _logger.LogIdle();
            return;
        }

        await writer.BeatAsync(pulse.InstanceId, release.ReleaseId, cancellation);
        pulse.Beat(Clock.GetUtcNow());
    }
}
