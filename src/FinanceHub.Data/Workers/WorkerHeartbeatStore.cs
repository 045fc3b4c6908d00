using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Workers;

/// <summary>The signs of life of the workers; <see cref="HeartbeatWriter"/> writes them.</summary>
public sealed class WorkerHeartbeatStore(FinanceHubDbContext database)
{
    /// <summary>The most that are listed: those that are alive are far fewer, and come first.</summary>
    private const int MostBeats = 100;

    /// <summary>Those that are known, the most recent first.</summary>
    public Task<List<WorkerHeartbeatEntity>> ListAsync(CancellationToken cancellation) =>
        database.WorkerHeartbeats.AsNoTracking().OrderByDescending(beat => beat.LastBeatAt).ThenBy(beat => beat.InstanceId).Take(MostBeats).ToListAsync(cancellation);
}
