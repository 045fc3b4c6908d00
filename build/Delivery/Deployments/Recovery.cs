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
        var rows = context.Ledger.Read();
        if (LedgerReading.Unfinished(rows) is { } unfinished)
        {
            await CloseAsync(unfinished, found.ServingReleaseId);
        }
        else if (LedgerReading.MayHaveLeftSchema(rows) is { } failed)
        {
            await TellAsync(failed.Event == LedgerEvent.DeployFailed ? new DatabaseMigration(context).TakeBackFromAsync(failed.Release!, found.ServingReleaseId)
                // The release that it was to leave may serve after all: whoever serves needs its schema.
                : found.ServingReleaseId is null || found.ServingReleaseId == failed.Release ? TakeBackAsync(failed)
                : Task.FromResult<DeliveryFailure?>(null));
        }

        return found with { Leftovers = [] };
    }

    /// <summary>Gives an operation the outcome that the routes tell, after doing what must not stay undone.</summary>
    private async Task CloseAsync(LedgerRow row, string? serving)
    {
        var isDeploy = row.Event == LedgerEvent.DeployStarted;
        var isServed = serving is not null && serving == row.Release;
        var fault = (isServed, isDeploy) switch
        {
            (true, true) => null,
            (true, false) => await TellAsync(TakeBackAsync(row)),
            (false, true) => Killed(await TellAsync(new DatabaseMigration(context).TakeBackFromAsync(row.Release!, serving))),
            (false, false) => Killed(null),
        };
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
            Serves = isServed && fault is not null ? true : null,
            HoldsAll = isServed ? row.HoldsAll : null,
            ExitCode = fault?.Code ?? ExitCode.Success,
            Error = fault is null ? null : context.Redact(fault.Message),
            Reason = isServed ? "The command was killed after the switch; the next one finished it." : row.Reason,
            Bake = isServed && isDeploy ? BakeResult.NotEvaluated("the command was killed before the end of its bake, or right after it") : null,
        });
    }

    private static DeliveryFailure Killed(DeliveryFailure? besides) =>
        new(ExitCode.Failed, $"The command was killed; the next one removed what it had left.{(besides is null ? "" : $" {besides.Message}")}");

    /// <summary>What does not work is told; it keeps nobody from deploying a release that lives with the schema as it is.</summary>
    private async Task<DeliveryFailure?> TellAsync(Task<DeliveryFailure?> takingBack)
    {
        var fault = await takingBack;
        if (fault is not null)
        {
            context.Output.Warn(fault.Message);
        }

        return fault;
    }

    /// <summary>A rollback ended between the switch and the schema: the release that serves again cannot live with what the other one migrated.</summary>
    /// <returns>What did not work; null if all is well.</returns>
    private async Task<DeliveryFailure?> TakeBackAsync(LedgerRow rollback)
    {
        try
        {
            var migration = new DatabaseMigration(context);
            // If it is gone, nothing says what it expects, as for any rollback.
            if (context.Releases.Peek(rollback.Release) is { } to && await migration.VerdictAsync(to, rollback.Previous, CancellationToken.None) is { NeedsDown: true } schema)
            {
                context.Output.Warn($"An earlier rollback to {rollback.Release} ended before it took the schema back; doing that now");
                await migration.TakeBackAsync(schema, CancellationToken.None);
            }

            return null;
        }
        catch (DeliveryFailure fault)
        {
            return new DeliveryFailure(fault.Code, $"An earlier rollback to {rollback.Release} ended before it took the schema back, and that does not work now: {fault.Message}", fault);
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
