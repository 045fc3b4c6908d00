using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Jobs;

/// <summary>How the jobs of the workers did.</summary>
public sealed class JobRunReader(FinanceHubDbContext database)
{
    /// <summary>The most that are listed. There are far fewer kinds of jobs; but what the list costs must not depend on that.</summary>
    public const int MostRuns = 100;

    /// <summary>As long as an id, and longer than any name that a job's subject has otherwise.</summary>
    private const int IdLength = 36;

    /// <summary>The last run of every job, those that fail first and then the newest. What is somebody's own is told without saying whose: as one for each kind, counted by the database.</summary>
    public async Task<IReadOnlyList<JobRunEntity>> ListAsync(CancellationToken cancellation)
    {
        var runs = await database.JobRuns.AsNoTracking()
            .Where(run => run.Subject.Length != IdLength)
            .OrderByDescending(run => run.Failures > 0).ThenByDescending(run => run.StartedAt)
            .Take(MostRuns)
            .ToListAsync(cancellation);
        var totals = await database.JobRuns
            .Where(run => run.Subject.Length == IdLength)
            .GroupBy(run => run.Kind)
            .Select(group => new Total(
                group.Key,
                group.Count(),
                group.Sum(run => run.Runs),
                group.Count(run => run.Failures > 0),
                group.Count(run => run.Outcome == JobOutcome.Running)))
            .ToListAsync(cancellation);
        foreach (var total in totals)
            runs.Add(await SummaryAsync(total, cancellation));
        return [.. runs.OrderByDescending(run => run.Failures > 0).ThenByDescending(run => run.StartedAt).Take(MostRuns)];
    }

    private async Task<JobRunEntity> SummaryAsync(Total total, CancellationToken cancellation)
    {
        var own = database.JobRuns.AsNoTracking().Where(run => run.Kind == total.Kind && run.Subject.Length == IdLength);
        var latest = await own.OrderByDescending(run => run.StartedAt).FirstAsync(cancellation);
        return new JobRunEntity
        {
            Kind = total.Kind,
            Subject = "",
            Outcome = total.Failing > 0 ? JobOutcome.Failed : total.Running > 0 ? JobOutcome.Running : JobOutcome.Succeeded,
            StartedAt = latest.StartedAt,
            FinishedAt = latest.FinishedAt,
            SucceededAt = await own.MaxAsync(run => run.SucceededAt, cancellation),
            Runs = total.Runs,
            Failures = total.Failing,
            Message = FormattableString.Invariant($"{total.Subjects} subjects, {total.Failing} of them failing."),
            InstanceId = latest.InstanceId,
        };
    }

    private sealed record Total(string Kind, int Subjects, long Runs, int Failing, int Running);
}
