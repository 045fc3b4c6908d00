using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Gateway;

/// <summary>Says a split in the words of the gateway and back; pure. For every platform whose requests the gateway directs.</summary>
internal static class GatewaySplit
{
    private static readonly string[] Routed = [ServiceNames.Api, ServiceNames.Web];

    /// <summary>The routes for a split; a share whose hosts are gone is left out.</summary>
    public static GatewayRoutes ToRoutes(TrafficSplit split, IReadOnlyCollection<IInstance> hosts)
    {
        var clusters = new SortedDictionary<string, IReadOnlyList<GatewayDestination>>(StringComparer.Ordinal);
        foreach (var service in Routed)
        {
            clusters[service] =
            [
                .. from share in split.Shares
                   from host in hosts
                   where host.Service == service && host.Group == share.Group && host.Address is not null
                   select new GatewayDestination { Address = host.Address!, ReleaseId = share.ReleaseId, Weight = share.Weight },
            ];
        }

        return new GatewayRoutes { ReleaseId = split.ReleaseId, Clusters = clusters };
    }

    /// <summary>The split that routes mean; null if no host that is there gets requests.</summary>
    public static TrafficSplit? FromRoutes(GatewayState? routes, IReadOnlyCollection<IInstance> hosts)
    {
        var destinations = routes?.Clusters?.Values.SelectMany(list => list).Where(destination => destination.Weight > 0).ToArray() ?? [];
        TrafficShare[] shares =
        [
            .. from host in hosts
               from destination in destinations
               where destination.Address == host.Address
               group destination by host.Group into found
               select new TrafficShare(found.Key, found.First().ReleaseId, found.Max(destination => destination.Weight)),
        ];
        return routes?.ReleaseId is { } release && shares.Length > 0 ? new TrafficSplit(release, shares) : null;
    }
}
