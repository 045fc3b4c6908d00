using FinanceHub.Delivery.Health;
using FinanceHub.Delivery.Http;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Processes;

/// <summary>Waits until every host is ready as the release that was started, and tells early when one will never be.</summary>
internal sealed class ReadinessGate(TimeSpan timeout, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);

    /// <exception cref="DeliveryFailure">A host ended, is not ready in time or answers as another release.</exception>
    public async Task WaitAsync(IReadOnlyCollection<Instance> hosts, string releaseId, CancellationToken cancellation)
    {
        using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var start = clock.GetTimestamp();
        var waits = hosts.Select(host => WaitAsync(host, releaseId, start, others.Token)).ToList();
        try
        {
            while (waits.Count > 0)
            {
                var first = await Task.WhenAny(waits);
                waits.Remove(first);
                await first;
            }
        }
        catch
        {
            // The first cause is the one to tell; the others would only be followers.
            await others.CancelAsync();
            await Task.WhenAll(waits).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    private async Task WaitAsync(Instance host, string releaseId, long start, CancellationToken cancellation)
    {
        using var client = LocalHttp.Create(ProbeTimeout);
        var service = host.Name.Service;
        HealthReading? last = null;
        while (true)
        {
            RequireAlive(host);
            var reading = await HealthReading.TakeAsync(client, host.Address!, clock, cancellation);
            last = reading.StatusCode is null && last is not null ? last : reading;
            if (reading.ReleaseId is { } served && served != releaseId)
            {
                throw new DeliveryFailure(ExitCode.IdentityMismatch, $"The {service} host answers as release {served}, expected {releaseId}: it was started from the wrong files. Make the release again: ./build.sh Bundle");
            }

            if (reading.IsReady && reading.ReleaseId == releaseId)
            {
                return;
            }

            if (clock.GetElapsedTime(start) >= timeout)
            {
                throw NeverReady(service, last, releaseId);
            }

            await Task.Delay(Interval, clock, cancellation);
        }
    }

    private static void RequireAlive(Instance host)
    {
        if (host.Supervised.ReadStatus() is { LastExit: { } exit, State: InstanceState.Backoff or InstanceState.Failed or InstanceState.Starting })
        {
            throw new DeliveryFailure(ExitCode.HostCrashed, $"The {host.Name.Service} host ended with {exit} instead of becoming ready. Its last lines are above; correct the cause and deploy again.");
        }
    }

    private DeliveryFailure NeverReady(string service, HealthReading last, string releaseId)
    {
        var state = last.IsReady
            ? $"it is ready but does not say that it is release {releaseId}"
            : last.StatusCode is { } code ? $"it answers {code}" : "it does not answer";
        return new DeliveryFailure(ExitCode.HostNeverReady,
            $"The {service} host was not ready within {timeout.TotalSeconds:0.#} s: {state}. What it says is above; correct the cause, or raise limits.readyTimeout in the environment file.");
    }
}
