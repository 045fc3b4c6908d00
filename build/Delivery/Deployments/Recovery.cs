using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>
/// Finishes or removes what a command left that was killed: under the lock, nothing that does not serve has a right to run,
/// and an operation without an outcome gets the one that the gateway's routes tell.
/// </summary>
internal sealed class Recovery(DeliveryContext context, Operation operation)
{
    /// <summary>Cleans up and tells what is there afterwards.</summary>
    public async Task<Observation> RunAsync(CancellationToken cancellation)
    {
        var found = await context.Platform.ObserveAsync(cancellation);
        if (found.Leftovers.Count > 0)
        {
            context.Output.Warn($"An earlier command was killed; stopping what it left: {string.Join(", ", found.Leftovers.Select(leftover => $"{leftover.Service} of {leftover.ReleaseId ?? "an unknown release"}"))}");
            await context.Platform.StopAsync(found.Leftovers, operation.Id);
        }

        context.Releases.RemoveUnfinished();
        if (LedgerReading.Unfinished(context.Ledger.Read()) is { } row)
        {
            var serves = found.ServingReleaseId is { } serving && serving == row.Release;
            var deploy = row.Event == LedgerEvent.DeployStarted;
            context.Ledger.Append(row with
            {
                At = context.Clock.GetUtcNow(),
                Event = (deploy, serves) switch
                {
                    (true, true) => LedgerEvent.DeploySucceeded,
                    (true, false) => LedgerEvent.DeployFailed,
                    (false, true) => LedgerEvent.RollbackSucceeded,
                    (false, false) => LedgerEvent.RollbackFailed,
                },
                ExitCode = serves ? ExitCode.Success : ExitCode.Failed,
                Error = serves ? null : "The command was killed; the next one removed what it had left.",
                Reason = serves ? "The command was killed after the switch; the next one finished it." : row.Reason,
            });
        }

        return found with { Leftovers = [] };
    }
}
