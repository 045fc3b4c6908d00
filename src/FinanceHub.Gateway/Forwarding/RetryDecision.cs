using System.Diagnostics;
using FinanceHub.Gateway.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace FinanceHub.Gateway.Forwarding;

/// <summary>Whether a request that failed may be sent again, kept for as long as one request is tried.</summary>
internal sealed class RetryDecision(HttpContext context, TimeSpan limit)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private bool _brokenBefore;

    /// <summary>Destinations that refused in this round.</summary>
    internal HashSet<Destination> Refused { get; } = [];

    /// <summary>Whether the time for attempts has passed.</summary>
    internal bool IsOver => Stopwatch.GetElapsedTime(_started) >= limit;

    /// <summary>Whether an attempt at a release failed already.</summary>
    internal bool HasFailed(string releaseId) => _failed.Contains(releaseId);

    /// <summary>Whether nothing of the request can have reached the destination.</summary>
    internal static bool NothingWasSent(HttpContext context) =>
        context.GetForwarderErrorFeature()?.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };

    /// <summary>
    /// A refused connection carried nothing, so that any request may go again. One that broke later may have had its effect: only safe
    /// methods without a body go again (RFC 9110 9.2.2), and once, because the request itself may be what the destination died of.
    /// </summary>
    internal bool Allows(ForwarderError error, Destination destination)
    {
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested || IsOver)
            return false;
        _failed.Add(destination.ReleaseId);
        if (NothingWasSent(context))
            return Refused.Add(destination);
        if (error is not ForwarderError.Request || _brokenBefore || !IsRepeatable())
            return false;
        _brokenBefore = true;
        return true;
    }

    private bool IsRepeatable()
    {
        var method = context.Request.Method;
        return (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method))
            && context.Request.ContentLength is null or 0
            && !context.Request.Headers.ContainsKey("Transfer-Encoding");
    }
}
