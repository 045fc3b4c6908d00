namespace FinanceHub.Worker;

/// <summary>
/// What the worker writes into its log. All in one class: of several, the generator takes one or another first, and what was
/// built twice of the same commit would not be the same bytes.
/// </summary>
internal static partial class WorkerLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Subject} failed: {Reason}")]
    public static partial void LogJobFailed(this ILogger logger, string kind, string subject, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Subject} failed")]
    public static partial void LogJobBroken(this ILogger logger, Exception fault, string kind, string subject);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} of {Kind} could not be delivered")]
    public static partial void LogDeliveryBroken(this ILogger logger, Exception fault, string kind, Guid id);

    [LoggerMessage(Level = LogLevel.Information, Message = "The jobs are scheduled")]
    public static partial void LogJobsStarted(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The jobs could not be scheduled ({Reason}); tries again in {Interval}")]
    public static partial void LogJobsNotStarted(this ILogger logger, string reason, TimeSpan interval);

    [LoggerMessage(Level = LogLevel.Information, Message = "The jobs stopped")]
    public static partial void LogJobsStopped(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No heartbeat is written: no jobs are taken")]
    public static partial void LogIdle(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Service} stopped")]
    public static partial void LogServiceStopped(this ILogger logger, string service);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Service} could not use the database ({Reason}); tries again in {Interval}")]
    public static partial void LogNoDatabase(this ILogger logger, string service, string reason, TimeSpan interval);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Service} failed; tries again in {Interval}")]
    public static partial void LogServiceFailed(this ILogger logger, Exception fault, string service, TimeSpan interval);
}
