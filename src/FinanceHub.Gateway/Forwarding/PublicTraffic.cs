using System.Diagnostics;
using FinanceHub.Gateway.Figures;
using FinanceHub.Gateway.Routing;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace FinanceHub.Gateway.Forwarding;

/// <summary>Sends each public request to a destination of its cluster; a destination that is being restarted delays it instead of failing it.</summary>
internal sealed class PublicTraffic(
    RouteSwitch routes, TrafficFigures figures, IHttpForwarder forwarder, ForwardingClient client, IOptions<GatewayOptions> options, ILogger<PublicTraffic> logger)
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(50);
    private readonly RequestHeaders _headers = new();
    private readonly ForwarderRequestConfig _request = new() { ActivityTimeout = options.Value.ActivityTimeout };

    internal Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        OwnPaths.Include(context.Request.Path) ? next(context) : ForwardAsync(context);

    private async Task ForwardAsync(HttpContext context)
    {
        var cluster = context.Request.Path.StartsWithSegments("/api") ? ClusterNames.Api : ClusterNames.Web;
        var bucket = new ClientBucket(context);
        RetryDecision? retry = null;
        while (true)
        {
            if (routes.Acquire(cluster, () => bucket.Value, retry?.Refused) is not { } destination)
            {
                if (retry is not { IsOver: false, Refused.Count: > 0 })
                {
                    await RefuseAsync(context, retry is null ? "No release is routed yet." : "The service is being restarted.");
                    return;
                }

                // All refused: give whoever restarts them a moment, then ask all again.
                retry.Refused.Clear();
                await Task.Delay(RetryInterval, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            var start = Stopwatch.GetTimestamp();
            var error = await SendAsync(context, destination);
            Count(context, destination, error, start, retry);
            if (error == ForwarderError.None)
                return;
            retry ??= new RetryDecision(context, options.Value.RetryFor);
            if (!retry.Allows(error, destination))
            {
                await FailAsync(context, error, destination);
                return;
            }

            context.Response.Clear();
        }
    }

    private async ValueTask<ForwarderError> SendAsync(HttpContext context, Destination destination)
    {
        try
        {
            return await forwarder.SendAsync(context, destination.Address, client.Invoker, _request, _headers);
        }
        finally
        {
            destination.Leave();
        }
    }

    /// <summary>A release fails a request once, however often it was tried there; a client that went away says nothing about a release.</summary>
    private void Count(HttpContext context, Destination destination, ForwarderError error, long start, RetryDecision? retry)
    {
        if (context.RequestAborted.IsCancellationRequested || retry?.HasFailed(destination.ReleaseId) is true)
            return;
        var failed = error != ForwarderError.None || context.Response.StatusCode >= StatusCodes.Status500InternalServerError;
        TimeSpan? elapsed = context.Response.StatusCode == StatusCodes.Status101SwitchingProtocols ? null : Stopwatch.GetElapsedTime(start);
        figures.Of(destination.ReleaseId).Count(elapsed, failed);
    }

    private Task FailAsync(HttpContext context, ForwarderError error, Destination destination)
    {
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return Task.CompletedTask;
        logger.LogFailed(context.TraceIdentifier, error, destination.Cluster, destination.Address, destination.ReleaseId);
        if (RetryDecision.NothingWasSent(context))
            return RefuseAsync(context, "The service does not accept connections.");
        return context.Response.StatusCode == StatusCodes.Status504GatewayTimeout
            ? new ProblemDocument("Gateway timeout", StatusCodes.Status504GatewayTimeout, "The service did not answer in time.").WriteAsync(context)
            : new ProblemDocument("Bad gateway", StatusCodes.Status502BadGateway, "The service broke the connection before it answered; whether the request had an effect is unknown.").WriteAsync(context);
    }

    private static Task RefuseAsync(HttpContext context, string detail)
    {
        context.Response.Headers.RetryAfter = "1";
        return new ProblemDocument("Service unavailable", StatusCodes.Status503ServiceUnavailable, $"{detail} Try again in a moment.").WriteAsync(context);
    }
}
