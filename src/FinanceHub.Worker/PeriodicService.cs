namespace FinanceHub.Worker;

/// <summary>Does something at the start and then at every interval. What fails is logged and tried again at the next.</summary>
internal abstract class PeriodicService(TimeSpan interval, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected TimeProvider Clock => clock;

    /// <summary>Does it once; must be harmless to repeat.</summary>
    protected abstract Task RunOnceAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first run must not hold up the start of the host: it may answer for its health before.
        await Task.Yield();
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            do
                await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogServiceStopped(GetType().Name);
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await RunOnceAsync(cancellation);
        }
        catch (System.Data.Common.DbException fault)
        {
            // The readiness says the same and how to repair it; a stack trace at every interval would bury everything else.
            logger.LogNoDatabase(GetType().Name, fault.Message, interval);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogServiceFailed(fault, GetType().Name, interval);
        }
    }
}
