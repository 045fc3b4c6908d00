using System.Net;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Processes;
using FinanceHub.Delivery.Releases;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Gateway;

/// <summary>Starts, replaces and directs the gateway of an environment. Its public socket belongs to its supervisor and outlives its programs.</summary>
internal sealed class GatewayControl(DeliveryContext context, IPEndPoint listen)
{
    private static readonly TimeSpan DrainInterval = TimeSpan.FromMilliseconds(20);
    private readonly string _directory = new InstanceCatalog(context.State).PathOf(InstanceName.Gateway);

    /// <summary>Starts the gateway of a release; the caller waits for it to be ready, and keeps <paramref name="free"/> until then.</summary>
    public async Task<Instance> StartAsync(ReleaseBundle release, PortAllocator free)
    {
        await SupervisorFaults.TranslateAsync(context.State, () =>
            new SupervisedInstance(_directory).StartAsync(Spec(release, free), DotNetHost.Path, release.EntryOf(ServiceNames.Supervisor), CancellationToken.None));
        return Current();
    }

    /// <summary>Replaces the running gateway by that of a release, behind the same socket.</summary>
    /// <exception cref="DeliveryFailure">The new one does not become ready; the old one serves as before.</exception>
    public async Task ReplaceAsync(ReleaseBundle release)
    {
        using var free = new PortAllocator();
        var outcome = await SupervisorFaults.TranslateAsync(context.State, () => Current().Supervised.ReloadAsync(Spec(release, free), CancellationToken.None));
        if (outcome.Outcome != ReloadOutcome.Ok)
        {
            throw new DeliveryFailure(ExitCode.HostNeverReady, $"The gateway of {release.Manifest.ReleaseId} cannot replace the running one: {outcome.Reason ?? "it does not become ready"}.");
        }
    }

    /// <summary>Sends all traffic to a group of hosts.</summary>
    /// <returns>How long the gateway took.</returns>
    public async Task<TimeSpan> RouteAsync(IReadOnlyCollection<Instance> hosts, string releaseId, CancellationToken cancellation)
    {
        var clusters = new SortedDictionary<string, IReadOnlyList<GatewayDestination>>(StringComparer.Ordinal);
        foreach (var service in new[] { ServiceNames.Api, ServiceNames.Web })
        {
            clusters[service] = [new GatewayDestination { Address = hosts.Single(host => host.Name.Service == service).Address!, ReleaseId = releaseId, Weight = 100 }];
        }

        return await RouteAsync(new GatewayRoutes { ReleaseId = releaseId, Clusters = clusters }, cancellation);
    }

    /// <summary>Sends traffic where it went before.</summary>
    public Task<TimeSpan> RouteBackAsync(GatewayState before)
    {
        var clusters = new SortedDictionary<string, IReadOnlyList<GatewayDestination>>(StringComparer.Ordinal);
        foreach (var (service, destinations) in before.Clusters!)
        {
            clusters[service] = [.. destinations.Select(destination => destination with { InFlight = 0 })];
        }

        return RouteAsync(new GatewayRoutes { ReleaseId = before.ReleaseId!, Clusters = clusters }, CancellationToken.None);
    }

    /// <summary>Waits until hosts that get no new requests have answered the old ones.</summary>
    /// <returns>Requests that were still in flight when the time was up.</returns>
    public async Task<int> DrainAsync(IReadOnlyCollection<Instance> hosts, CancellationToken cancellation)
    {
        var addresses = hosts.Select(host => host.Address).ToHashSet();
        var deadline = context.Clock.GetUtcNow() + context.Limits.DrainTimeout;
        using var client = new GatewayClient(Current().Address!);
        while (true)
        {
            // A gateway that does not answer this once is asked again; one that never does is waited for no longer than the requests.
            var inFlight = await client.ReadAsync(cancellation) is { } state
                ? (state.Draining ?? []).Where(destination => addresses.Contains(destination.Address)).Sum(destination => destination.InFlight)
                : 1;
            if (inFlight == 0 || context.Clock.GetUtcNow() >= deadline)
            {
                return inFlight;
            }

            await Task.Delay(DrainInterval, context.Clock, cancellation);
        }
    }

    /// <summary>The gateway's instance as it is now: each generation has an administration port of its own.</summary>
    public Instance Current() => new(InstanceName.Gateway, _directory);

    private async Task<TimeSpan> RouteAsync(GatewayRoutes routes, CancellationToken cancellation)
    {
        using var client = new GatewayClient(Current().Address!);

        // The connection is opened beforehand: only the switch itself is measured.
        await client.ReadAsync(cancellation);
        var start = context.Clock.GetTimestamp();
        await client.WriteAsync(routes, cancellation);
        return context.Clock.GetElapsedTime(start);
    }

    private InstanceSpec Spec(ReleaseBundle release, PortAllocator free)
    {
        var taken = new InstanceCatalog(context.State).Read().Select(instance => instance.Address?.Port ?? 0).ToHashSet();
        return new InstanceSpecs(release, context.State, context.Limits).Gateway(listen, free.Take(1, taken)[0]);
    }
}
