using System.Data.Common;
using FinanceHub.Data.Jobs;
using FinanceHub.Data.Prices.Providers;
using FinanceHub.Worker.Heartbeats;

namespace FinanceHub.Worker.Jobs;

/// <summary>Runs jobs so that each is run by one worker at a time and everybody can see how it went.</summary>
internal sealed class JobRunner(IServiceScopeFactory scopes, Pulse pulse, JobMetrics metrics, TimeProvider clock, ILogger<JobRunner> logger)
{
    private readonly ILogger _logger = logger;

    /// <summary>Runs a job, unless another worker is in the middle of it or it failed a short while ago.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="subject">What it does it for.</param>
    /// <param name="work">Does it, in a scope of its own, and tells in one sentence what it did.</param>
    /// <param name="wait">After a first failure; null if whoever calls waits by itself.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>How it ended; null if it did not run.</returns>
    public async Task<JobOutcome?> RunAsync(string kind, string subject, Func<IServiceProvider, CancellationToken, Task<string>> work, TimeSpan? wait, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            if (!await UseAsync(async store => !(wait is { } first && await IsWaitingAsync(store, kind, subject, first, cancellation)) && await store.TryBeginAsync(kind, subject, pulse.InstanceId, cancellation)))
                return null;
            string message;
            await using (var scope = scopes.CreateAsyncScope())
                message = await work(scope.ServiceProvider, cancellation);
            await UseAsync(async store => { await store.SucceedAsync(kind, subject, pulse.InstanceId, message, cancellation); return true; });
            return Count(JobOutcome.Succeeded);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await RecordFailureAsync(kind, subject, "The worker stopped in the middle of it.");
            throw;
        }
        catch (Exception fault)
        {
            var expected = fault is JobFailedException or MarketDataException or DbException;
            if (expected)
                _logger.LogJobFailed(kind, subject, fault.Message);
            else
                _logger.LogJobBroken(fault, kind, subject);
            await RecordFailureAsync(kind, subject, expected ? fault.Message : $"{fault.GetType().Name}: {fault.Message}");
            return Count(JobOutcome.Failed);
        }

        JobOutcome Count(JobOutcome outcome)
        {
            metrics.Count(kind, outcome, clock.GetElapsedTime(started));
            return outcome;
        }
    }

    private async Task<bool> IsWaitingAsync(JobRunStore store, string kind, string subject, TimeSpan first, CancellationToken cancellation) =>
        await store.FindAsync(kind, subject, cancellation) is { Outcome: JobOutcome.Failed, FinishedAt: { } finished, Failures: > 0 and var failures }
        && finished + BackOff.After(first, failures) > clock.GetUtcNow().UtcDateTime;

    private async Task RecordFailureAsync(string kind, string subject, string message)
    {
        try
        {
            // Not broken off: whoever looks must not find a run that goes on for ever.
            await UseAsync(async store => { await store.FailAsync(kind, subject, pulse.InstanceId, message, CancellationToken.None); return true; });
        }
        catch (DbException fault)
        {
            _logger.LogJobFailed(kind, subject, fault.Message);
        }
    }

    private async Task<bool> UseAsync(Func<JobRunStore, Task<bool>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<JobRunStore>());
    }
}
