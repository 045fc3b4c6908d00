using Quartz;
using Quartz.Extensibility;

namespace FinanceHub.Worker.Jobs;

/// <summary>Hands Quartz the one job class, which makes its scope itself.</summary>
internal sealed class ScheduledJobFactory(ScheduledJob job) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) => ValueTask.FromResult(new JobScope(job, null));

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
