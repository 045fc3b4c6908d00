using System.Net;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Releases;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Processes;

/// <summary>Starts and replaces the gateway of an environment. Its public socket belongs to its supervisor and outlives its programs.</summary>
internal sealed class ProcessGateway(StateDirectory state, EnvironmentLimits limits)
{
    private readonly string _directory = new InstanceCatalog(state).PathOf(InstanceName.Gateway);

    /// <summary>Starts the gateway of a release; the caller waits for it to be ready, and keeps <paramref name="free"/> until then.</summary>
    public Task StartAsync(ReleaseBundle release, IPEndPoint listen, PortAllocator free) => SupervisorFaults.TranslateAsync(state, () =>
        new SupervisedInstance(_directory).StartAsync(Spec(release, listen, free), DotNetHost.Path, release.EntryOf(ServiceNames.Supervisor), CancellationToken.None));

    /// <summary>Replaces the running gateway by that of a release, behind the same socket.</summary>
    /// <exception cref="DeliveryFailure">The new one does not become ready; the old one serves as before.</exception>
    public async Task ReplaceAsync(ReleaseBundle release, IPEndPoint listen)
    {
        using var free = new PortAllocator();
        var outcome = await SupervisorFaults.TranslateAsync(state, () => Current().Supervised.ReloadAsync(Spec(release, listen, free), CancellationToken.None));
        if (outcome.Outcome != ReloadOutcome.Ok)
        {
            throw new DeliveryFailure(ExitCode.HostNeverReady, $"The gateway of {release.Manifest.ReleaseId} cannot replace the running one: {outcome.Reason ?? "it does not become ready"}.");
        }
    }

    /// <summary>The gateway's instance as it is now: each generation has an administration port of its own.</summary>
    public Instance Current() => new(InstanceName.Gateway, _directory);

    private InstanceSpec Spec(ReleaseBundle release, IPEndPoint listen, PortAllocator free)
    {
        var taken = new InstanceCatalog(state).Read().Select(instance => instance.Address?.Port ?? 0).ToHashSet();
        return new InstanceSpecs(release, state, limits).Gateway(listen, free.Take(1, taken)[0]);
    }
}
