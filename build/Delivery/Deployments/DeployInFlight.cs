using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>The deploy that a rollback comes upon: asked to abort while it lives, followed when it is dead, waited for when it cannot go back any more.</summary>
internal sealed class DeployInFlight(DeliveryContext context)
{
    /// <summary>The lease of a deploy that has no outcome yet; null if there is none.</summary>
    /// <param name="rows">The ledger.</param>
    /// <param name="found">What is there.</param>
    public Lease? Find(IReadOnlyList<LedgerRow> rows, Observation found)
    {
        if (context.LeaseStore.Read() is not { Abortable: true } lease || !IsUnsettled(lease, rows))
        {
            return null;
        }

        // Killed after the switch: it serves, and the rollback leaves it like any other.
        return HolderProcess.IsGone(lease) && found.ServingReleaseId == lease.Release ? null : lease;
    }

    /// <summary>What served when it began, or served last; null if nothing ever did.</summary>
    public static string? Before(Lease deploy, IReadOnlyList<LedgerRow> rows, Observation found) =>
        rows.LastOrDefault(row => row.Operation == deploy.Operation && row.Event == LedgerEvent.DeployStarted)?.Previous
        ?? (found.ServingReleaseId != deploy.Release ? found.ServingReleaseId : null)
        ?? LedgerReading.LastInService(rows);

    /// <summary>Takes the lease for a rollback; a deploy that holds it is asked to abort, and waited for while it does.</summary>
    public Task<HeldLease> LockAsync(Operation operation, TimeSpan? wait, CancellationToken cancellation)
    {
        var limits = context.Limits;
        // The last: a copy of the database and its migrations, back.
        var undoing = limits.ReadyTimeout + limits.DrainTimeout + (limits.StopTimeout * 3) + (limits.MigrationTimeout * 2);
        return operation.LockAsync(wait > undoing ? wait : undoing, cancellation, Ask);
    }

    /// <summary>The deploy that held the lease before this rollback and did not come into service; null if there was none, or it did.</summary>
    public Lease? EndedBeforeService(HeldLease held) =>
        held.Previous is { Abortable: true } last && IsUnsettled(last, context.Ledger.Read()) ? last : null;

    // The recovery may have written what became of it: "failed" is what this is about.
    private static bool IsUnsettled(Lease deploy, IReadOnlyList<LedgerRow> rows) =>
        (!deploy.Released || deploy.AbortRequestedBy is not null)
        && rows.LastOrDefault(row => row.Operation == deploy.Operation)?.Event != LedgerEvent.DeploySucceeded;

    private void Ask(Lease holder)
    {
        if (holder is not { Abortable: true, AbortRequestedBy: null })
        {
            return;
        }

        if (context.LeaseStore.TryReplace(holder, holder with { AbortRequestedBy = $"a rollback of {DeliveryContext.Actor}" }))
        {
            context.Output.Warn($"Asked {holder} to abort; waiting until it has undone its work");
        }
    }
}
