using System.Diagnostics;
using FinanceHub.Supervisor.Native;

namespace FinanceHub.Supervisor.Storage;

/// <summary>Programs whose supervisor was killed and that live on. Found by process id and kernel start time, never by name.</summary>
internal static class OrphanedChildren
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    internal static IReadOnlyList<ProcessIdentity> Find(InstanceDirectory directory) =>
        [.. ProcessRecord.Read(directory.Processes).Children.Where(child => child.IsAlive)];

    /// <summary>SIGTERM, then SIGKILL at the deadline.</summary>
    /// <returns>How many there were.</returns>
    internal static async Task<int> EndAsync(InstanceDirectory directory, TimeSpan timeout, CancellationToken ct)
    {
        var orphans = Find(directory);
        foreach (var orphan in orphans)
            orphan.Signal(Libc.SIGTERM);
        var start = Stopwatch.GetTimestamp();
        while (orphans.Any(orphan => orphan.IsAlive) && Stopwatch.GetElapsedTime(start) < timeout)
            await Task.Delay(PollInterval, ct).ConfigureAwait(false);
        foreach (var orphan in orphans)
            orphan.Signal(Libc.SIGKILL);
        while (orphans.Any(orphan => orphan.IsAlive))
            await Task.Delay(PollInterval, ct).ConfigureAwait(false);
        return orphans.Count;
    }
}
