using FinanceHub.Delivery.Health;
using FinanceHub.Delivery.Http;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Processes;

/// <summary>Looks whether hosts that were ready are still the ones that were started. A slow answer is no fault here: that is for the figures to tell.</summary>
internal sealed class RunningProbe(IReadOnlyDictionary<InstanceName, int> restartsWhenReady, TimeProvider clock)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <exception cref="DeliveryFailure">A host ended, even if it was restarted, or answers as another release.</exception>
    public async Task RequireAsync(IReadOnlyCollection<Instance> hosts, string releaseId, CancellationToken cancellation)
    {
        using var client = LocalHttp.Create(Timeout);
        foreach (var host in hosts)
        {
            if (host.Supervised.ReadStatus() is { } status && (status.Restarts > restartsWhenReady.GetValueOrDefault(host.Name) || status.State is InstanceState.Backoff or InstanceState.Failed))
            {
                throw new DeliveryFailure(ExitCode.HostCrashed, $"The {host.Service} host of {releaseId} ended with {status.LastExit?.ToString() ?? "an unknown status"} after it had been ready. Its last lines are above; correct the cause and deploy again.");
            }

            if (!host.IsAlive)
            {
                throw new DeliveryFailure(ExitCode.HostCrashed, $"The {host.Service} host of {releaseId} is gone, and so is what kept it running. Find out who ended it, and deploy again.");
            }

            var reading = await HealthReading.TakeAsync(client, host.Address!, clock, cancellation);
            if (reading.ReleaseId is { } served && served != releaseId)
            {
                throw new DeliveryFailure(ExitCode.IdentityMismatch, $"The {host.Service} host answers as release {served}, expected {releaseId}. Make the release again: ./build.sh Bundle");
            }
        }
    }
}
