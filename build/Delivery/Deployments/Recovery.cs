using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

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

        if (found.Standby.Count == 0)
        {
            // A rollback to what was kept warm was killed before it said so, or one of the two has ended and the other is stopped now.
            context.Platform.KeepStandby(null);
        }

        context.Releases.RemoveUnfinished();
        if (LedgerReading.Unfinished(context.Ledger.Read()) is { } row)
        {
            await CloseAsync(row, isServed: found.ServingReleaseId is { } serving && serving == row.Release);
        }

        return found with { Leftovers = [] };
    }

    /// <summary>Gives an operation the outcome that the routes tell, after doing what must not stay undone.</summary>
    private async Task CloseAsync(LedgerRow row, bool isServed)
    {
        var isDeploy = row.Event == LedgerEvent.DeployStarted;
        var fault = !isServed ? new DeliveryFailure(ExitCode.Failed, "The command was killed; the next one removed what it had left.")
            : isDeploy ? null
            : await TakeBackAsync(row);
        context.Ledger.Append(row with
        {
            At = context.Clock.GetUtcNow(),
            Event = (isDeploy, fault) switch
            {
                (true, null) => LedgerEvent.DeploySucceeded,
                (true, _) => LedgerEvent.DeployFailed,
                (false, null) => LedgerEvent.RollbackSucceeded,
                (false, _) => LedgerEvent.RollbackFailed,
            },
            ExitCode = fault?.Code ?? ExitCode.Success,
            Error = fault is null ? null : context.Redact(fault.Message),
            Reason = isServed ? "The command was killed after the switch; the next one finished it." : row.Reason,
            Bake = isServed && isDeploy ? BakeResult.NotEvaluated("the command was killed before the end of its bake, or right after it") : null,
        });
    }

    /// <summary>A rollback was killed between the switch and the schema: the release that serves again cannot live with what the other one migrated.</summary>
    /// <returns>What did not work, which is told; it keeps nobody from deploying a release that lives with the schema as it is. Null if all is well.</returns>
    private async Task<DeliveryFailure?> TakeBackAsync(LedgerRow rollback)
    {
        try
        {
            // If one is gone, nothing says what it expects, as for any rollback.
            if (context.Releases.Peek(rollback.Previous)?.Manifest is { } from
                && context.Releases.Peek(rollback.Release)?.Manifest is { } to
                && SchemaVerdict.Of(from, to) is { NeedsDown: true } schema)
            {
                await TakeBackAsync(await context.Releases.OpenAsync(from.ReleaseId, CancellationToken.None), to, schema);
            }

            return null;
        }
        catch (DeliveryFailure fault)
        {
            context.Output.Warn($"An earlier rollback to {rollback.Release} was killed before it took the schema back, and that does not work now: {fault.Message}");
            return fault;
        }
    }

    private async Task TakeBackAsync(ReleaseBundle from, ReleaseManifest to, SchemaVerdict schema)
    {
        var state = await context.Platform.Database.StatusAsync(from, CancellationToken.None);
        if (schema.Migrations.Any(migration => state.Applied.Contains(migration.Id)))
        {
            context.Output.Warn($"An earlier rollback to {to.ReleaseId} was killed before it took the schema back; doing that now");
            await new DatabaseMigration(context).TakeBackAsync(from, to.Migrations.Last, CancellationToken.None);
        }
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
