using FinanceHub.Data.Jobs;
using Quartz;

namespace FinanceHub.Worker.Jobs;

/// <summary>What Quartz runs: the job that its key names. One class for all, because the name of the class is stored, and outlives the release.</summary>
[DisallowConcurrentExecution]
internal sealed class ScheduledJob(IEnumerable<JobDefinition> definitions, JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Another release, which runs beside this one, may know jobs that this one does not; it runs them itself next time.
        if (definitions.FirstOrDefault(one => KeyOf(one).Equals(context.JobDetail.Key)) is not { } definition)
            return;
        var outcome = await runner.RunAsync(
            definition.Kind, definition.Subject, (services, cancellation) => definition.Create(services).RunAsync(cancellation), wait: null, cancellationToken);
        // Quartz tries again soon what failed, and what another worker is in the middle of: that one may have been killed.
        if (outcome != JobOutcome.Succeeded)
            throw new JobExecutionException("The run says why.");
    }

    public static JobKey KeyOf(JobDefinition definition) => new(definition.Subject.Length == 0 ? definition.Kind : $"{definition.Kind} {definition.Subject}", "financehub");
}
