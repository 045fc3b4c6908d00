using System.Net;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Platforms;

/// <summary>What is there at one moment. What serves is what the gateway routes to; the ledger is only history.</summary>
internal sealed record Observation
{
    /// <summary>The gateway's instance, running or not; null if there is none.</summary>
    public IInstance? Gateway { get; init; }

    /// <summary>Where the gateway listens, or would after a start; null if there is none.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>Whether the gateway takes orders.</summary>
    public required bool GatewayAnswers { get; init; }

    /// <summary>Who gets the requests, or would after a start of the gateway; null if nobody does.</summary>
    public TrafficSplit? Split { get; init; }

    /// <summary>The hosts that belong to the release that serves, worker included.</summary>
    public required IReadOnlyList<IInstance> Serving { get; init; }

    /// <summary>Hosts of another release that has a share of the traffic: a replacement is on its way, or was killed on it.</summary>
    public required IReadOnlyList<IInstance> Shifting { get; init; }

    /// <summary>API and web of the release that served before, running without traffic; empty if they are not kept or one of them does not run.</summary>
    public required IReadOnlyList<IInstance> Standby { get; init; }

    /// <summary>Hosts that belong to nothing that serves: a command was killed before it could stop them.</summary>
    public required IReadOnlyList<IInstance> Leftovers { get; init; }

    /// <summary>The release that serves; null if none does.</summary>
    public string? ServingReleaseId => Serving.Count > 0 ? Split?.ReleaseId : null;

    /// <summary>Whether the gateway is kept running.</summary>
    public bool GatewayRuns => Gateway is { IsAlive: true };

    /// <summary>Whether gateway and all hosts of the serving release run, and nobody else has a share.</summary>
    public bool IsWhole => GatewayAnswers && Shifting.Count == 0 && ServiceNames.Hosts.All(host => Serving.Any(instance => instance.Service == host && instance.IsRunning));

    /// <summary>The group of hosts of a release that are kept warm and that a start would give nothing else to; null if there is none.</summary>
    public string? WarmGroup(IPlatform platform, ReleaseBundle release, IReadOnlyList<HostSecret> secrets) =>
        Standby.Count > 0 && Standby.All(host => host.ReleaseId == release.Manifest.ReleaseId && platform.IsStartedWith(host, release, secrets)) ? Standby[0].Group : null;

    /// <summary>Everything that is there.</summary>
    public IReadOnlyList<IInstance> Instances => [.. Serving, .. Shifting, .. Standby, .. Leftovers, .. Gateway is null ? Array.Empty<IInstance>() : [Gateway]];

    /// <summary>Says what each host is; pure.</summary>
    /// <param name="hosts">Everything but the gateway.</param>
    /// <param name="split">Who gets the requests.</param>
    /// <param name="standbyGroup">Which group is to be kept without traffic; null for none.</param>
    public static Observation Of(IReadOnlyList<IInstance> hosts, TrafficSplit? split, string? standbyGroup)
    {
        var serving = split?.Shares.FirstOrDefault(share => share.ReleaseId == split.ReleaseId)?.Group;
        var shifting = split?.Shares.Select(share => share.Group).Where(group => group != serving).ToHashSet(StringComparer.Ordinal) ?? [];
        var standby = StandbyOf(hosts, standbyGroup is not null && standbyGroup != serving && !shifting.Contains(standbyGroup) ? standbyGroup : null);
        return new Observation
        {
            GatewayAnswers = false,
            Split = split,
            Serving = [.. hosts.Where(host => host.Group == serving)],
            Shifting = [.. hosts.Where(host => shifting.Contains(host.Group))],
            Standby = standby,
            Leftovers = [.. hosts.Where(host => host.Group != serving && !shifting.Contains(host.Group) && !standby.Contains(host))],
        };
    }

    // A worker is never kept: two releases must not work on the same jobs.
    private static IInstance[] StandbyOf(IEnumerable<IInstance> hosts, string? group)
    {
        var standby = hosts.Where(host => host.Group == group && host.Service != ServiceNames.Worker).ToArray();
        return standby.Length == 2 && standby.All(host => host.IsRunning) ? standby : [];
    }
}
