using FinanceHub.Delivery.Bakes;
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
        if (found is { Shifting.Count: > 0, Split: { } shared })
        {
            found = await TakeTrafficBackAsync(found, shared, cancellation);
        }

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
                Bake = serves && deploy ? BakeResult.NotEvaluated("the command was killed before the end of its bake, or right after it") : null,
            });
        }

        return found with { Leftovers = [] };
    }

    /// <summary>A command was killed while two releases shared the traffic. Nobody watches the new one any more, so all goes back to the old.</summary>
    private async Task<Observation> TakeTrafficBackAsync(Observation found, TrafficSplit shared, CancellationToken cancellation)
    {
        var back = shared.WithoutOthers();
        // A gateway that does not run, or takes no orders, passes over hosts that are gone; the next switch replaces its routes.
        if (found.GatewayAnswers)
        {
            await context.Platform.RouteAsync(back, cancellation);
            await context.Platform.DrainAsync(found.Shifting, cancellation);
        }

        context.Output.Warn($"An earlier command was killed while {found.Shifting[0].ReleaseId} had a share of the traffic; all of it is back on {back.ReleaseId}");
        return found with { Split = back, Shifting = [], Leftovers = [.. found.Leftovers, .. found.Shifting] };
    }
}
