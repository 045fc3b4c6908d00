namespace FinanceHub.Testing.StubHost;

/// <summary>What a worker does besides being ready: its jobs, of which nothing is seen but the heartbeat in the database.</summary>
internal static class WorkerJobs
{
    // Much more often than a real one: whoever waits for the second beat waits for little.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    internal static async Task RunAsync(StubOptions options, ReleaseFile release, Database? database, CancellationToken stopping)
    {
        if (database is null || options.ServiceId != "worker" || options.TakesNoJob)
            return;
        for (var beats = 1L; !stopping.IsCancellationRequested; beats++)
        {
            database.Beat(release.ReleaseId, beats);
            await Task.Delay(Interval, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
