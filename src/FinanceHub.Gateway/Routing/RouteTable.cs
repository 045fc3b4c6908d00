namespace FinanceHub.Gateway.Routing;

/// <summary>All routes at one moment; immutable, replaced as a whole.</summary>
internal sealed record RouteTable(string? ReleaseId, long Revision, WeightedCluster Api, WeightedCluster Web)
{
    internal static readonly RouteTable Empty = new(null, 0, WeightedCluster.Empty, WeightedCluster.Empty);

    internal IEnumerable<Destination> Destinations => Api.Members.Concat(Web.Members).Select(member => member.Destination);

    internal WeightedCluster this[string cluster] => cluster == ClusterNames.Api ? Api : Web;

    /// <summary>The table for <paramref name="routes"/>, which must be valid; destinations that go on are the same objects, so that their counts go on.</summary>
    internal static RouteTable Create(RouteDocument routes, long revision, IReadOnlyCollection<Destination> known)
    {
        return new RouteTable(routes.ReleaseId, revision, Cluster(ClusterNames.Api), Cluster(ClusterNames.Web));

        WeightedCluster Cluster(string name) => new([.. routes.Clusters[name].Select(document => (Find(name, document), document.Weight))], routes.ReleaseId);

        Destination Find(string cluster, DestinationDocument document) =>
            known.FirstOrDefault(destination => destination.Is(cluster, document.Address!, document.ReleaseId!))
            ?? new Destination(cluster, document.Address!, document.ReleaseId!);
    }
}
