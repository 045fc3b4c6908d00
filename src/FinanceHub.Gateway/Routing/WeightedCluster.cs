namespace FinanceHub.Gateway.Routing;

/// <summary>Destinations of one cluster with their weights; immutable.</summary>
/// <param name="members">The destinations.</param>
/// <param name="servingReleaseId">The release that serves. It gets the buckets that no other has: as the share of another one grows, clients only ever move there.</param>
internal sealed class WeightedCluster(IReadOnlyList<(Destination Destination, int Weight)> members, string? servingReleaseId = null)
{
    internal static readonly WeightedCluster Empty = new([]);

    private readonly Release[] _releases =
    [
        .. members.Where(member => member.Weight > 0)
            .GroupBy(member => member.Destination.ReleaseId)
            .OrderBy(release => release.Key == servingReleaseId).ThenBy(release => release.Key, StringComparer.Ordinal)
            .Select(release => new Release([.. release])),
    ];

    internal IReadOnlyList<(Destination Destination, int Weight)> Members { get; } = members;

    /// <summary>The release of a client's bucket, and of its destinations one at random, each as often as its weight says.</summary>
    /// <param name="bucket">Tells the client's bucket; asked only if there is a choice between releases.</param>
    /// <param name="except">Destinations that refused the request already; a release of which all did is passed over.</param>
    /// <returns><see langword="null"/> when none is left.</returns>
    internal Destination? Choose(Func<int> bucket, IReadOnlyCollection<Destination>? except = null)
    {
        if (_releases.Length <= 1)
            return _releases.Length == 0 ? null : _releases[0].Choose(except);
        if (ReleaseOf(bucket()).Choose(except) is { } destination)
            return destination;
        return _releases.Select(release => release.Choose(except)).FirstOrDefault(other => other is not null);
    }

    private Release ReleaseOf(int bucket)
    {
        var point = (long)bucket * _releases.Sum(release => release.Weight);
        foreach (var release in _releases)
        {
            point -= (long)release.Weight * ClientBucket.Count;
            if (point < 0)
                return release;
        }

        return _releases[^1];
    }

    private sealed class Release((Destination Destination, int Weight)[] members)
    {
        internal int Weight { get; } = members.Sum(member => member.Weight);

        internal Destination? Choose(IReadOnlyCollection<Destination>? except)
        {
            // The usual case, without dice.
            if (except is not { Count: > 0 } && members.Length == 1)
                return members[0].Destination;
            var total = 0;
            foreach (var (destination, weight) in members)
                total += IsLeft(destination) ? weight : 0;
            if (total == 0)
                return null;
            var point = Random.Shared.Next(total);
            foreach (var (destination, weight) in members)
            {
                if (!IsLeft(destination))
                    continue;
                point -= weight;
                if (point < 0)
                    return destination;
            }

            return null;

            bool IsLeft(Destination destination) => except is null || !except.Contains(destination);
        }
    }
}
