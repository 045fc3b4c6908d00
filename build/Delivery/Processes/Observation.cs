using System.Text.Json;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Processes;

/// <summary>What is there at one moment. What serves is what the gateway routes to; the ledger is only history.</summary>
internal sealed record Observation
{
    /// <summary>The gateway's instance, running or not; null if there is none.</summary>
    public Instance? Gateway { get; init; }

    /// <summary>What the gateway answered; null if it does not answer.</summary>
    public GatewayState? GatewayAnswer { get; init; }

    /// <summary>What the gateway routes to, or would after a start.</summary>
    public GatewayState? Routes { get; init; }

    /// <summary>The hosts that belong to the release that serves, worker included.</summary>
    public required IReadOnlyList<Instance> Serving { get; init; }

    /// <summary>API and web of the release that served before, running without traffic; empty if they are not kept or one of them does not run.</summary>
    public IReadOnlyList<Instance> Standby { get; init; } = [];

    /// <summary>Hosts that belong to nothing that serves: a command was killed before it could stop them.</summary>
    public required IReadOnlyList<Instance> Leftovers { get; init; }

    /// <summary>The release that serves; null if none does.</summary>
    public string? ServingReleaseId => Serving.Count > 0 ? Routes?.ReleaseId : null;

    /// <summary>Whether the gateway's process is kept running.</summary>
    public bool GatewayRuns => Gateway is { IsAlive: true };

    /// <summary>Whether gateway and all hosts of the serving release run.</summary>
    public bool IsWhole => GatewayAnswer is not null && ServiceNames.Hosts.All(host => Serving.Any(instance => instance.Name.Service == host && instance.IsRunning));

    public static async Task<Observation> TakeAsync(StateDirectory state, CancellationToken cancellation)
    {
        var instances = new InstanceCatalog(state).Read();
        var gateway = instances.FirstOrDefault(instance => instance.Name == InstanceName.Gateway);
        var answer = gateway is { IsAlive: true, Address: { } address } ? await AskAsync(address, cancellation) : null;
        var routes = answer ?? ReadStoredRoutes(state);
        var hosts = instances.Where(instance => instance != gateway).ToArray();
        var routed = routes?.Clusters?.Values.SelectMany(destinations => destinations).Select(destination => destination.Address).ToHashSet() ?? [];
        var group = hosts.FirstOrDefault(host => host.Address is { } own && routed.Contains(own))?.Name.Group;
        var standby = StandbyOf(hosts, group, new StandbyFile(state).Read());
        return new Observation
        {
            Gateway = gateway,
            GatewayAnswer = answer,
            Routes = routes,
            Serving = [.. hosts.Where(host => host.Name.Group == group)],
            Standby = standby,
            Leftovers = [.. hosts.Where(host => host.Name.Group != group && !standby.Contains(host))],
        };
    }

    // A worker is never kept: two releases must not work on the same jobs.
    private static Instance[] StandbyOf(IEnumerable<Instance> hosts, string? serving, string? group)
    {
        var standby = hosts.Where(host => host.Name.Group == group && group != serving && host.Name.Service != ServiceNames.Worker).ToArray();
        return standby.Length == 2 && standby.All(host => host.IsRunning) ? standby : [];
    }

    private static async Task<GatewayState?> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new GatewayClient(address);
        return await client.ReadAsync(cancellation);
    }

    private static GatewayState? ReadStoredRoutes(StateDirectory state)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(state.GatewayRoutes), GatewayJson.Default.StoredRoutes)?.Routes;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null; // the gateway writes it whole or not at all; without it nothing was ever routed
        }
    }
}
