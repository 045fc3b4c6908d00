using FinanceHub.Worker.Heartbeats;
using Microsoft.Extensions.Options;
using Quartz;

namespace FinanceHub.Worker.Jobs;

/// <summary>Schedules the jobs once this process has beaten.</summary>
internal sealed class JobScheduler(
    Pulse pulse,
    QuartzFactory factory,
    IEnumerable<JobDefinition> definitions,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<JobScheduler> logger) : BackgroundService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    /// <summary>What fails is tried again soon, and then later and later; the next regular run comes in any case.</summary>
    private static readonly RetryPolicy Retries = RetryPolicy.Exponential(5, TimeSpan.FromSeconds(10), 2, TimeSpan.FromMinutes(5));

    private readonly ILogger _logger = logger;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Being ready comes first: it depends on the first beat, and a deployment waits for it.
            await pulse.First.WaitAsync(stoppingToken);
            var scheduler = await StartSchedulerAsync(stoppingToken);
            try
            {
                await WatchAsync(scheduler, stoppingToken);
            }
            finally
            {
                pulse.TakesJobs = false;
                await scheduler.Shutdown(true, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _logger.LogJobsStopped();
        }
    }

    private async Task WatchAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(WatchInterval, clock);
        do
            pulse.TakesJobs = scheduler.Status == SchedulerStatus.Running;
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task<IScheduler> StartSchedulerAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var scheduler = await factory.CreateAsync(cancellation);
                foreach (var definition in definitions)
                    await ScheduleAsync(scheduler, definition, cancellation);
                await scheduler.Start(cancellation);
                _logger.LogJobsStarted();
                return scheduler;
            }
            catch (Exception fault) when (fault is SchedulerException or System.Data.Common.DbException)
            {
                // The readiness says the same of the database and how to repair it.
                _logger.LogJobsNotStarted(fault.GetBaseException().Message, RetryInterval);
                await Task.Delay(RetryInterval, clock, cancellation);
            }
        }
    }

    private async Task ScheduleAsync(IScheduler scheduler, JobDefinition definition, CancellationToken cancellation)
    {
        var (key, interval) = (ScheduledJob.KeyOf(definition), definition.Interval(options.Value));
        var job = JobBuilder.Create<ScheduledJob>().WithIdentity(key).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(key.Name, key.Group).ForJob(key)
            .StartAt(clock.GetUtcNow() + (definition.Delay < interval ? definition.Delay : interval))
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever())
            .WithRetryPolicy(Retries)
            .Build();
        // The newest worker's intervals count.
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellation);
    }
}
