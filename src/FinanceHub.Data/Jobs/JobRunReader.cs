using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Jobs;

/// <summary>How the jobs of the workers did.</summary>
public sealed class JobRunReader(FinanceHubDbContext database)
{
    /// <summary>The last run of every job, by kind and subject. What is somebody's own is told without saying whose.</summary>
    public async Task<IReadOnlyList<JobRunEntity>> ListAsync(CancellationToken cancellation)
    {
        var runs = await database.JobRuns.AsNoTracking().OrderBy(run => run.Kind).ThenBy(run => run.Subject).ToListAsync(cancellation);
        return [.. runs.GroupBy(run => (run.Kind, Subject: IsSomebodys(run) ? null : run.Subject)).Select(group => group.Key.Subject is null ? Summary([.. group]) : group.Single())];
    }

    private static bool IsSomebodys(JobRunEntity run) => Guid.TryParse(run.Subject, out _);

    private static JobRunEntity Summary(IReadOnlyList<JobRunEntity> runs)
    {
        var failing = runs.Count(run => run.Failures > 0);
        var latest = runs.MaxBy(run => run.StartedAt)!;
        return new JobRunEntity
        {
            Kind = latest.Kind,
            Subject = "",
            Outcome = failing > 0 ? JobOutcome.Failed : runs.Any(run => run.Outcome == JobOutcome.Running) ? JobOutcome.Running : JobOutcome.Succeeded,
            StartedAt = latest.StartedAt,
            FinishedAt = latest.FinishedAt,
            SucceededAt = runs.Max(run => run.SucceededAt),
            Runs = runs.Sum(run => run.Runs),
            Failures = failing,
            Message = FormattableString.Invariant($"{runs.Count} subjects, {failing} of them failing."),
            InstanceId = latest.InstanceId,
        };
    }
}
