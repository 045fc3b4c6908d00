using FinanceHub.Data.Workers;
using FinanceHub.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Heartbeats;

/// <summary>Writes the sign of life of this process.</summary>
internal sealed class HeartbeatService(
    Pulse pulse,
    ReleaseIdentity release,
    HeartbeatWriter writer,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<HeartbeatService> logger) : PeriodicService(options.Value.HeartbeatInterval, clock, logger)
{
    protected override async Task RunOnceAsync(CancellationToken cancellation)
    {
        await writer.BeatAsync(pulse.InstanceId, release.ReleaseId, cancellation);
        pulse.Beat(Clock.GetUtcNow());
    }
}
