namespace FinanceHub.Delivery.Gateway;

/// <summary>Directs the requests that a gateway gets.</summary>
/// <param name="admin">The gateway's administration.</param>
/// <param name="clock">Measures and waits.</param>
internal sealed class GatewayTraffic(Uri admin, TimeProvider clock)
{
    private static readonly TimeSpan DrainInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Replaces all routes at once.</summary>
    /// <returns>How long the gateway took.</returns>
    public async Task<TimeSpan> RouteAsync(GatewayRoutes routes, CancellationToken cancellation)
    {
        using var client = new GatewayClient(admin);

        // The connection is opened beforehand: only the switch itself is measured.
        await client.ReadAsync(cancellation);
        var start = clock.GetTimestamp();
        await client.WriteAsync(routes, cancellation);
        return clock.GetElapsedTime(start);
    }

    /// <summary>Waits until destinations that get no new requests have answered the old ones.</summary>
    /// <returns>Requests that were still in flight when the time was up.</returns>
    public async Task<int> DrainAsync(IReadOnlySet<Uri> addresses, TimeSpan timeout, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        using var client = new GatewayClient(admin);
        while (true)
        {
            // A gateway that does not answer this once is asked again; one that never does is waited for no longer than the requests.
            var inFlight = await client.ReadAsync(cancellation) is { } state
                ? (state.Draining ?? []).Where(destination => addresses.Contains(destination.Address)).Sum(destination => destination.InFlight)
                : 1;
            if (inFlight == 0 || clock.GetElapsedTime(start) >= timeout)
            {
                return inFlight;
            }

            await Task.Delay(DrainInterval, clock, cancellation);
        }
    }
}
