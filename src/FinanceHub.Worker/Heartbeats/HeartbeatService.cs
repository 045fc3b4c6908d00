using FinanceHub.Data.Workers;
using FinanceHub.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Heartbeats;

/// <summary>Writes the sign of life of this process, and forgets those of processes that are long gone.</summary>
internal sealed class HeartbeatService(
    Pulse pulse,
    ReleaseIdentity release,
    HeartbeatWriter writer,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<HeartbeatService> logger) : PeriodicService(options.Value.HeartbeatInterval, clock, logger)
{
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);
    private static readonly TimeSpan ForgetInterval = TimeSpan.FromHours(1);

    private DateTimeOffset _forgotAt;

    protected override async Task RunOnceAsync(CancellationToken cancellation)
    {
        await writer.BeatAsync(pulse.InstanceId, release.ReleaseId, cancellation);
        var now = Clock.GetUtcNow();
        pulse.Beat(now);
        if (now - _forgotAt < ForgetInterval)
            return;

        await writer.ForgetAsync(Forgotten, cancellation);
        _forgotAt = now;
    }
}
