using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Jobs;

/// <summary>How the jobs of the workers did.</summary>
public sealed class JobRunReader(FinanceHubDbContext database)
{
    /// <summary>The last run of every job.</summary>
    public Task<List<JobRunEntity>> ListAsync(CancellationToken cancellation) =>
        database.JobRuns.AsNoTracking().OrderBy(run => run.Kind).ThenBy(run => run.Subject).ToListAsync(cancellation);
}
