namespace FinanceHub.Gateway.Routing;

/// <summary>Where requests of one cluster go, and how many are there now. The same object as long as it is routed or drains.</summary>
internal sealed class Destination(string cluster, string address, string releaseId)
{
    private int _inFlight;

    internal string Cluster { get; } = cluster;

    internal string Address { get; } = address;

    internal string ReleaseId { get; } = releaseId;

    internal int InFlight => Volatile.Read(ref _inFlight);

    internal void Enter() => Interlocked.Increment(ref _inFlight);

    internal void Leave() => Interlocked.Decrement(ref _inFlight);

    internal bool Is(string cluster, string address, string releaseId) =>
        Cluster == cluster && Address == address && ReleaseId == releaseId;
}
