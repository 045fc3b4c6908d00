using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace FinanceHub.Gateway.Listening;

/// <summary>First step of a stop: no new connections, and time for the clients of the open ones to move.</summary>
internal sealed class OrderlyDrain(DrainState state, ClosableListenerFactory listeners, IOptions<GatewayOptions> options, ILogger<OrderlyDrain> logger)
    : IHostedLifecycleService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    // Before any service is stopped, the web server among them.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        state.Begin();
        await listeners.ClosePublicAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        while (state.Connections > 0 && clock.Elapsed < options.Value.DrainTimeout && !cancellationToken.IsCancellationRequested)
            await Task.Delay(PollInterval, CancellationToken.None);
        logger.LogDrained(clock.ElapsedMilliseconds, state.Connections);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
