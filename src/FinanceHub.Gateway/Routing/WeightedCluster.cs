namespace FinanceHub.Gateway.Routing;

/// <summary>Destinations of one cluster with their weights; immutable.</summary>
internal sealed class WeightedCluster(IReadOnlyList<(Destination Destination, int Weight)> members)
{
    internal static readonly WeightedCluster Empty = new([]);

    private readonly (Destination Destination, int Weight)[] _eligible = [.. members.Where(member => member.Weight > 0)];

    internal IReadOnlyList<(Destination Destination, int Weight)> Members { get; } = members;

    /// <summary>A destination at random, each as often as its weight says.</summary>
    /// <param name="except">Destinations that refused the request already.</param>
    /// <returns><see langword="null"/> when none is left.</returns>
    internal Destination? Choose(IReadOnlyCollection<Destination>? except = null)
    {
        // The usual case, without dice.
        if (except is not { Count: > 0 } && _eligible.Length == 1)
            return _eligible[0].Destination;
        var total = 0;
        foreach (var (destination, weight) in _eligible)
            total += IsLeft(destination) ? weight : 0;
        if (total == 0)
            return null;
        var point = Random.Shared.Next(total);
        foreach (var (destination, weight) in _eligible)
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
