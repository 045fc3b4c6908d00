using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinanceHub.Gateway.Listening;

/// <summary>Public connections, and whether the gateway is getting rid of them.</summary>
internal sealed class DrainState : IHealthCheck
{
    private int _connections;

    internal bool IsDraining { get; private set; }

    internal int Connections => Volatile.Read(ref _connections);

    internal void Begin() => IsDraining = true;

    /// <summary>Counts the connection while it is open.</summary>
    internal async Task CountAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        Interlocked.Increment(ref _connections);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }

    /// <summary>
    /// While draining, each answer announces that its connection ends: the client moves to a new one on its own. Closing an idle
    /// connection instead would race with the request that the client is just sending on it.
    /// </summary>
    internal Task AnnounceAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var (self, response) = ((DrainState, HttpResponse))state;
            // An upgrade needs its own Connection header; such a connection is not used for another request anyway.
            if (self.IsDraining && response.StatusCode != StatusCodes.Status101SwitchingProtocols)
                response.Headers.Connection = "close";
            return Task.CompletedTask;
        }, (this, context.Response));
        return next(context);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsDraining ? HealthCheckResult.Unhealthy("The gateway is stopping.") : HealthCheckResult.Healthy());
}
