namespace FinanceHub.Worker.Jobs;

internal static class JobExtensions
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<JobMetrics>().AddSingleton<JobRunner>().AddSingleton<ScheduledJob>().AddSingleton<QuartzFactory>();
        services.AddHostedService<JobScheduler>();
        // Quartz tells with its stack what the runner has told in a line.
        services.AddLogging(logging => logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Quartz.Core.JobRunShell", LogLevel.None));
    }

    /// <summary>Adds a job to the schedule.</summary>
    public static void AddJob<T>(this IServiceCollection services, string kind, Func<WorkerOptions, TimeSpan> interval, TimeSpan delay = default)
        where T : class, IWorkerJob
    {
        services.AddScoped<T>();
        services.AddSingleton(new JobDefinition(kind, "", interval, delay, provider => provider.GetRequiredService<T>()));
    }
}
