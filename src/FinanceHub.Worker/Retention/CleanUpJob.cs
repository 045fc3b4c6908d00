using FinanceHub.Data.Retention;
using FinanceHub.Data.Workers;
using FinanceHub.Worker.Jobs;
using FinanceHub.Worker.Valuations;

namespace FinanceHub.Worker.Retention;

/// <summary>Removes what nobody needs any more.</summary>
internal sealed class CleanUpJob(RetentionStore store, HeartbeatWriter heartbeats) : IWorkerJob
{
    public const string Kind = "clean-up";

    private static readonly TimeSpan Heartbeats = TimeSpan.FromDays(1);

    private static readonly RetentionLimits Limits = new(IdempotencyKeys: TimeSpan.FromHours(24), OutboxMessages: TimeSpan.FromDays(30), AlertEvents: TimeSpan.FromDays(365));

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var removed = await store.RemoveAsync(Limits, cancellation)
            + await store.RemoveRunsAsync(ValuationJob.PortfolioKind, cancellation)
            + await heartbeats.ForgetAsync(Heartbeats, cancellation);
        return FormattableString.Invariant($"Removed {removed} rows.");
    }
}
