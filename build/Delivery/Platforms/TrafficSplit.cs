namespace FinanceHub.Delivery.Platforms;

/// <summary>Who gets the requests.</summary>
/// <param name="ReleaseId">The release that serves: the one that all traffic goes back to if another with a share turns out bad.</param>
/// <param name="Shares">The groups with a share; the weights add up to 100.</param>
internal sealed record TrafficSplit(string ReleaseId, IReadOnlyList<TrafficShare> Shares)
{
    /// <summary>Everything to one group.</summary>
    public static TrafficSplit All(string group, string releaseId) => new(releaseId, [new TrafficShare(group, releaseId, 100)]);

    /// <summary>What is left when only the release that serves gets requests.</summary>
    public TrafficSplit WithoutOthers() => new(ReleaseId, [.. Shares.Where(share => share.ReleaseId == ReleaseId).Take(1).Select(share => share with { Weight = 100 })]);
}

/// <summary>One group of hosts in a split.</summary>
/// <param name="Group">The hosts that were started together.</param>
/// <param name="ReleaseId">What they are.</param>
/// <param name="Weight">Their share of the clients in percent, 1 to 100.</param>
internal sealed record TrafficShare(string Group, string ReleaseId, int Weight);
