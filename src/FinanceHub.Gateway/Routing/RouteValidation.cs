namespace FinanceHub.Gateway.Routing;

/// <summary>Checks routes before anything changes.</summary>
internal static class RouteValidation
{
    private const int HighestWeight = 100;

    /// <summary>Every fault at once, one sentence each.</summary>
    internal static IReadOnlyList<string> Faults(RouteDocument routes) =>
    [
        .. FaultsOfRelease("releaseId", routes.ReleaseId),
        .. routes.Clusters.Keys.Except(ClusterNames.All).Order(StringComparer.Ordinal)
            .Select(name => $"clusters.{name} is unknown, expected {string.Join(" and ", ClusterNames.All)}."),
        .. ClusterNames.All.SelectMany(name => FaultsOfCluster(name, routes.Clusters.GetValueOrDefault(name) ?? [])),
        .. FaultsOfShares(routes),
    ];

    // Else a client would get its page from one release and its data from another.
    private static IEnumerable<string> FaultsOfShares(RouteDocument routes)
    {
        var (api, web) = (SharesOf(routes, ClusterNames.Api), SharesOf(routes, ClusterNames.Web));
        foreach (var release in api.Count > 0 && web.Count > 0 ? api.Keys.Union(web.Keys).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var (ofApi, ofWeb) = (api.GetValueOrDefault(release), web.GetValueOrDefault(release));
            if (Math.Abs(ofApi - ofWeb) > 1e-9)
                yield return FormattableString.Invariant($"Release {release} has {ofApi:0.#} % of clusters.api and {ofWeb:0.#} % of clusters.web, expected the same share.");
        }
    }

    private static Dictionary<string, double> SharesOf(RouteDocument routes, string cluster)
    {
        var members = (routes.Clusters.GetValueOrDefault(cluster) ?? []).Where(destination => destination is { Weight: > 0, ReleaseId: not null }).ToList();
        double total = members.Sum(destination => destination.Weight);
        return members.GroupBy(destination => destination.ReleaseId!).ToDictionary(release => release.Key, release => release.Sum(destination => destination.Weight) / total * 100);
    }

    private static IEnumerable<string> FaultsOfCluster(string cluster, List<DestinationDocument> destinations)
    {
        if (!destinations.Any(destination => destination.Weight > 0))
            yield return $"clusters.{cluster} has no destination with a weight above 0, expected at least one.";
        foreach (var twice in destinations.GroupBy(destination => destination.Address).Where(group => group.Count() > 1))
            yield return $"clusters.{cluster} names {twice.Key} more than once.";
        for (var i = 0; i < destinations.Count; i++)
        {
            var at = $"clusters.{cluster}[{i}]";
            foreach (var fault in FaultsOfDestination(at, destinations[i]).Concat(FaultsOfRelease($"{at}.releaseId", destinations[i].ReleaseId)))
                yield return fault;
        }
    }

    private static IEnumerable<string> FaultsOfDestination(string at, DestinationDocument destination)
    {
        if (!IsPlainHttp(destination.Address))
            yield return $"{at}.address is '{destination.Address}', expected an absolute http address without a path such as http://127.0.0.1:5001.";
        if (destination.Weight is < 0 or > HighestWeight)
            yield return $"{at}.weight is {destination.Weight}, expected 0 to {HighestWeight}.";
    }

    private static IEnumerable<string> FaultsOfRelease(string at, string? releaseId)
    {
        if (string.IsNullOrWhiteSpace(releaseId))
            yield return $"{at} is empty, expected the identifier of a release.";
    }

    private static bool IsPlainHttp(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" };
}
