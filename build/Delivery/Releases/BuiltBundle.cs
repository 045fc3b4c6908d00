using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Releases;

/// <summary>Finds the release that a commit was built into, so that it is built once and what one environment ran is what the next one gets.</summary>
public static class BuiltBundle
{
    /// <summary>The release of a commit, whole; null if there is none yet, if it was damaged, or if the working tree is not what the commit says.</summary>
    /// <param name="directory">Where built releases are, one directory each.</param>
    /// <param name="origin">What would be built.</param>
    /// <param name="cancellation">Ends the verification of files.</param>
    public static async Task<ReleaseBundle?> FindAsync(string directory, BuildOrigin origin, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(origin);
        if (origin.Dirty)
        {
            return null;
        }

        var store = new ReleaseStore(directory);
        foreach (var id in store.Ids)
        {
            if (store.Peek(id)?.Manifest is { Dirty: false, Schema: ReleaseManifest.CurrentSchema } manifest && manifest.Commit == origin.Commit && manifest.Version == origin.Version)
            {
                try
                {
                    return await store.OpenAsync(id, cancellation);
                }
                catch (DeliveryFailure fault) when (fault.Code == ExitCode.ReleaseCorrupt)
                {
                    // Damaged since: the commit is built again, and takes its place.
                }
            }
        }

        return null;
    }
}
