using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Removes releases that are no longer needed; never one that runs, in part or whole, nor the one to roll back to.</summary>
internal sealed class Retention(DeliveryContext context)
{
    public async Task RunAsync(string current, CancellationToken cancellation)
    {
        var rows = context.Ledger.Read();
        var used = (await context.Platform.ObserveAsync(cancellation)).Instances.Select(instance => instance.ReleaseId);
        var target = LedgerReading.RollbackTargets(rows, current).FirstOrDefault(context.Releases.Contains);
        var removed = Removable(context.Releases.Ids, LedgerReading.ByLastMention(rows), [current, target, .. used], context.Limits.ReleasesKept);
        foreach (var release in removed)
        {
            context.Releases.Remove(release);
            context.Output.Info($"Removed {release}, which is older than the {context.Limits.ReleasesKept} releases kept");
        }
    }

    /// <summary>Which of the stored releases go: the least recently used beyond the number kept, without the protected ones.</summary>
    public static IReadOnlyList<string> Removable(IEnumerable<string> stored, IReadOnlyList<string> byLastMention, IReadOnlyCollection<string?> isProtected, int kept)
    {
        var rank = byLastMention.Select((release, index) => (release, index)).ToDictionary(x => x.release, x => x.index, StringComparer.Ordinal);
        var all = stored
            .OrderByDescending(release => isProtected.Contains(release))
            .ThenBy(release => rank.GetValueOrDefault(release, int.MaxValue))
            .ThenBy(release => release, StringComparer.Ordinal)
            .ToArray();
        return [.. all.Skip(kept).Where(release => !isProtected.Contains(release))];
    }
}
