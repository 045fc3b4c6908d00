using FinanceHub.Data.Alerts;
using FinanceHub.Worker.Jobs;
using FinanceHub.Worker.Notifications;

namespace FinanceHub.Worker.Alerts;

/// <summary>Looks whether alerts fire.</summary>
internal sealed class AlertJob(AlertEvaluationStore store, IEnumerable<INotificationChannel> channels, TimeProvider clock) : IWorkerJob
{
    public const string Kind = "alert-evaluation";

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var kinds = channels.Where(channel => channel.IsOpen).Select(channel => channel.Kind).ToList();
        var candidates = await store.CandidatesAsync(cancellation);
        var fired = 0;
        foreach (var candidate in candidates.Where(one => AlertRule.Fires(one, clock.GetUtcNow().UtcDateTime)))
            fired += await store.FireAsync(candidate, kinds, cancellation) ? 1 : 0;
        return FormattableString.Invariant($"{fired} of {candidates.Count} alerts fired.");
    }
}
