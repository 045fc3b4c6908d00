using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Storage;
using FinanceHub.Worker.Heartbeats;
using Npgsql;
using Quartz;

namespace FinanceHub.Worker.Jobs;

/// <summary>Makes the scheduler: one schedule for all workers on PostgreSQL, one for each in its memory on SQLite.</summary>
internal sealed class QuartzFactory(Database database, Pulse pulse, ScheduledJob job, ILoggerFactory logs)
{
    /// <summary>The jobs wait for the database and for others most of the time; more at once would only take its connections.</summary>
    private const int MostJobsAtOnce = 4;

    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(10);

    public async Task<IScheduler> CreateAsync(CancellationToken cancellation) => await QuartzSchedulerBuilder.Create(Configure).BuildScheduler(cancellation);

    private void Configure(IQuartzBuilder quartz)
    {
        quartz.Services.AddSingleton(logs);
        quartz.UseJobFactory(new ScheduledJobFactory(job)).UseDefaultThreadPool(MostJobsAtOnce).ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "FinanceHub";
            scheduler.InstanceId = pulse.InstanceId;
            // A worker that is told to stop breaks its jobs off: all of them can be repeated, and whoever stops it waits.
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        if (database.Provider is PostgreSqlProvider)
        {
            quartz.UsePersistentStore(store => store.UsePostgres(NpgsqlFactory.Instance, ConnectionString()).UseClustering(cluster => cluster.CheckinInterval = CheckIn));
        }
        else
        {
            quartz.UseInMemoryStore();
        }
    }

    private string ConnectionString()
    {
        using var connection = database.Connect();
        return connection.ConnectionString;
    }
}
