using Yarp.ReverseProxy.Forwarder;

namespace FinanceHub.Gateway;

/// <summary>
/// What the gateway writes into its log. All in one class: of several, the generator takes one or another first, and what was
/// built twice of the same commit would not be the same bytes.
/// </summary>
internal static partial class GatewayLog
{
    [LoggerMessage(LogLevel.Information, "Drained for {Milliseconds} ms; {Connections} connections are left to close.")]
    public static partial void LogDrained(this ILogger logger, long milliseconds, int connections);

    [LoggerMessage(LogLevel.Information, "Routes revision {Revision} serve release {ReleaseId}.")]
    public static partial void LogApplied(this ILogger logger, long revision, string? releaseId);

    [LoggerMessage(LogLevel.Error, "Routes revision {Revision} are in force but not stored: {Reason}")]
    public static partial void LogNotPersisted(this ILogger logger, long revision, string reason);

    [LoggerMessage(LogLevel.Error, "The stored routes cannot be used, put them again: {Reason}")]
    public static partial void LogUnreadable(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Request {RequestId} failed with {Error} at {Cluster} {Address}, release {ReleaseId}.")]
    public static partial void LogFailed(this ILogger logger, string requestId, ForwarderError error, string cluster, string address, string releaseId);
}
