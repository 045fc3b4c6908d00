using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Jobs;

/// <summary>The last run of every job. It is also what keeps two workers from running the same job at once.</summary>
public sealed class JobRunStore(FinanceHubDbContext database, TimeProvider clock)
{
    /// <summary>A worker that was not seen for so long is gone, and what it ran is anybody's.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The longest message.</summary>
    private const int LongestMessage = 500;

    /// <summary>The last run of a job; null if it never ran.</summary>
    public Task<JobRunEntity?> FindAsync(string kind, string subject, CancellationToken cancellation) =>
        database.JobRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Kind == kind && run.Subject == subject, cancellation);

    /// <summary>Begins a run, unless another worker that is alive is in the middle of one.</summary>
    /// <returns>Whether it is the caller's.</returns>
    public async Task<bool> TryBeginAsync(string kind, string subject, string instanceId, CancellationToken cancellation)
    {
        var now = StoredTime.Of(clock.GetUtcNow());
        return await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "JobRuns" ("Kind", "Subject", "Outcome", "StartedAt", "Runs", "Failures", "InstanceId")
            VALUES ({kind}, {subject}, {(int)JobOutcome.Running}, {now}, 1, 0, {instanceId})
            ON CONFLICT ("Kind", "Subject") DO UPDATE SET
                "Outcome" = excluded."Outcome", "StartedAt" = excluded."StartedAt", "FinishedAt" = NULL, "Runs" = "JobRuns"."Runs" + 1, "InstanceId" = excluded."InstanceId"
            WHERE "JobRuns"."Outcome" <> {(int)JobOutcome.Running} OR "JobRuns"."InstanceId" = excluded."InstanceId" OR NOT EXISTS (
                SELECT 1 FROM "WorkerHeartbeats" WHERE "WorkerHeartbeats"."InstanceId" = "JobRuns"."InstanceId" AND "WorkerHeartbeats"."LastBeatAt" > {now - Patience})
            """,
            cancellation) > 0;
    }

    /// <summary>Ends a run that did what it should.</summary>
    public Task SucceedAsync(string kind, string subject, string instanceId, string message, CancellationToken cancellation)
    {
        var now = StoredTime.Of(clock.GetUtcNow());
        var text = Shorten(message);
        return Own(kind, subject, instanceId).ExecuteUpdateAsync(
            set => set
                .SetProperty(run => run.Outcome, JobOutcome.Succeeded)
                .SetProperty(run => run.FinishedAt, now)
                .SetProperty(run => run.SucceededAt, now)
                .SetProperty(run => run.Failures, 0)
                .SetProperty(run => run.Message, text),
            cancellation);
    }

    /// <summary>Ends a run that failed.</summary>
    public Task FailAsync(string kind, string subject, string instanceId, string message, CancellationToken cancellation)
    {
        var now = StoredTime.Of(clock.GetUtcNow());
        var text = Shorten(message);
        return Own(kind, subject, instanceId).ExecuteUpdateAsync(
            set => set
                .SetProperty(run => run.Outcome, JobOutcome.Failed)
                .SetProperty(run => run.FinishedAt, now)
                .SetProperty(run => run.Failures, run => run.Failures + 1)
                .SetProperty(run => run.Message, text),
            cancellation);
    }

    /// <summary>The run, if nobody has taken it over.</summary>
    private IQueryable<JobRunEntity> Own(string kind, string subject, string instanceId) => database.JobRuns
        .Where(run => run.Kind == kind && run.Subject == subject && run.InstanceId == instanceId && run.Outcome == JobOutcome.Running);

    private static string Shorten(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= LongestMessage ? line : line[..(LongestMessage - 1)] + "…";
    }
}
