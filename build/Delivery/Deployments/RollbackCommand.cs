using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Incidents;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Notifications;
using FinanceHub.Delivery.Plans;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Brings an earlier release back; its files are still there.</summary>
internal sealed class RollbackCommand(DeliveryContext context)
{
    /// <summary>Prints what <see cref="RunAsync"/> would do, and keeps it for its approval.</summary>
    public async Task<DeliveryPlan> PlanAsync(RollbackRequest request, CancellationToken cancellation)
    {
        RequireDeployed();
        var intent = await RollbackIntent.OfAsync(context, request, cancellation);
        var planner = new Planner(context);
        var plan = await planner.RollbackAsync(intent, request.AcceptDataLoss, cancellation);
        var hash = planner.Publish(plan);
        if (intent.Aborts is { } deploy)
        {
            context.Output.Warn($"Without --approved, Rollback would abort the deploy in flight: {deploy}");
        }

        if (intent.Finishes)
        {
            // By its plan it cannot be approved: whatever finds out that a command has ended writes that down first.
            context.Output.Info($"Nothing was changed. To do this: ./build.sh Rollback --env {context.Environment.Name}");
            context.Output.Warn($"An earlier command ended before it was done, and {intent.TargetId} serves; Rollback finishes that: it leaves {intent.Left} for good");
            return plan;
        }

        context.Output.Info($"Nothing was changed. To do exactly this: ./build.sh Rollback --env {context.Environment.Name}{(request.To is null ? "" : $" --to {request.To}")} --approved {hash}");
        return plan;
    }

    public async Task<RollbackResult> RunAsync(RollbackRequest request, CancellationToken cancellation)
    {
        RequireDeployed();
        var operation = new Operation(context, request.To is null ? "rollback" : $"rollback to {request.To}", request.Reason);
        var diagnosis = new DiagnosisBundle(context, operation.Id);
        // From the first moment: what keeps on-call from going back is what they want to know most about.
        var intent = await new DiagnosisBundle(context, "rollback-not-begun", replaces: true).GuardAsync(new StepTrack(context), () => PlanNowAsync(request), () => DecideAsync(request, cancellation));
        new RollbackBriefing(context).Confirm(intent, isApproved: request.Approved is not null);
        // Only now: nobody waits faster by being asked.
        var steps = new StepTrack(context);
        return await diagnosis.GuardAsync(steps, () => new Planner(context).RollbackAsync(intent, request.AcceptDataLoss, CancellationToken.None), async () =>
        {
            var inFlight = new DeployInFlight(context);
            using var held = await steps.RunAsync(DeployStep.Lock, () => intent.Aborts is null ? operation.LockAsync(request.LockWait, cancellation) : inFlight.LockAsync(operation, request.LockWait, cancellation), cancellation);
            return await UnderLeaseAsync(intent, request, operation, steps, diagnosis, inFlight, held);
        });
    }

    private async Task<DeliveryPlan> PlanNowAsync(RollbackRequest request) =>
        await new Planner(context).RollbackAsync(await RollbackIntent.OfAsync(context, request, CancellationToken.None), request.AcceptDataLoss, CancellationToken.None);

    private async Task<RollbackIntent> DecideAsync(RollbackRequest request, CancellationToken cancellation)
    {
        var intent = await RollbackIntent.OfAsync(context, request, cancellation);
        if (intent is { Aborts: null, Finishes: false })
        {
            // Found out before anything is touched; who ends a deploy in flight or a rollback may not need to start anything.
            await context.Secrets.ResolveAsync(cancellation);
        }

        return intent;
    }

    private async Task<RollbackResult> UnderLeaseAsync(RollbackIntent intent, RollbackRequest request, Operation operation, StepTrack steps, DiagnosisBundle diagnosis, DeployInFlight inFlight, HeldLease held)
    {
        var cancellation = held.Cancellation;
        var before = await steps.RunAsync(DeployStep.Recover, () => new Recovery(context, operation).RunAsync(cancellation), cancellation);
        var ended = inFlight.EndedBeforeService(held);
        intent = await steps.RunAsync(DeployStep.Verify, () => intent.UnderLeaseAsync(context, request, ended, before, cancellation), cancellation);
        var (target, left, schema) = (intent.Target, intent.Left, intent.Schema);
        if (request.Approved is { } approved)
        {
            var planner = new Planner(context);
            planner.RequireApproved(await planner.RollbackAsync(intent, request.AcceptDataLoss, cancellation), approved);
        }

        var listen = PublicEndpoint.Resolve(context, request.Port, before);
        StateProbe.RequireWritable(context.State);
        var choice = new RollbackChoice(context);
        choice.Describe(intent);
        choice.Require(intent, request.AcceptDataLoss);
        var incident = new IncidentWriter(context, intent, operation.Id);
        await incident.LookAsync(cancellation);
        operation.Record(LedgerEvent.RollbackStarted, target.Manifest, left, holdsAll: request.HoldAll);
        IRestoration restoration = (ended is not null || intent.Finishes) && before.IsWhole && before.ServingReleaseId == intent.TargetId
            ? new StillServing(context, steps, before, listen, smokes: !schema.NeedsDown)
            // What is left is known to be bad: nothing to keep ready.
            : new Replacement(context, steps, target, before, operation.Id, listen, keepsOld: false, smokesFirst: !schema.NeedsDown, restores: true);
        // What it was asked to do is the same afterwards; found out only if it is needed.
        Task DiagnoseAsync(Exception fault) => diagnosis.WriteAsync(
            fault, steps, (restoration as Replacement)?.Diagnosed ?? [], () => new Planner(context).RollbackAsync(intent, request.AcceptDataLoss, CancellationToken.None));
        try
        {
            await restoration.RunAsync(cancellation);
        }
        catch (Exception fault) when (!steps.Reached(DeployStep.StopOld))
        {
            // Who interrupts the look at what serves already has not made it stop serving.
            var serves = restoration is Replacement { MayServe: true } || (restoration is StillServing && fault is DeliveryFailure { Code: ExitCode.Interrupted or ExitCode.Terminated });
            operation.RecordFailure(LedgerEvent.RollbackFailed, target.Manifest, left, steps, fault, serves, serves && request.HoldAll);
            await DiagnoseAsync(fault);
            incident.Write(restored: null);
            await new Notifier(context).TellAsync(operation.Id);
            TellNext(target.Manifest.ReleaseId, left);
            throw;
        }

        if (schema.NeedsDown)
        {
            await TakeBackAsync(steps, intent, request.HoldAll, operation, incident, DiagnoseAsync);
        }

        await steps.RunAsync(DeployStep.Record, () => Task.FromResult(operation.Record(LedgerEvent.RollbackSucceeded, target.Manifest, left, steps, holdsAll: request.HoldAll)), CancellationToken.None);
        incident.Write(restoration.ConfirmedAfter);
        context.Output.Success($"Restored {target.Manifest.ReleaseId} in {restoration.ConfirmedAfter.TotalSeconds:0.0} s: {restoration.Address}");
        if (left is not null && left != target.Manifest.ReleaseId)
        {
            context.Output.Info($"{(request.HoldAll ? "Every deploy" : left)} is held until ./build.sh LiftHold --env {context.Environment.Name} --reason \"...\"");
        }

        await new Notifier(context).TellAsync(operation.Id);
        return new RollbackResult
        {
            ReleaseId = target.Manifest.ReleaseId,
            LeftReleaseId = left,
            Address = restoration.Address,
            Duration = restoration.ConfirmedAfter,
            SwitchDuration = restoration.SwitchDuration,
        };
    }

    /// <summary>Only now: the release that is left needs its schema until nobody uses it any more. What is not verified before the switch is verified here.</summary>
    private async Task TakeBackAsync(StepTrack steps, RollbackIntent intent, bool holdsAll, Operation operation, IncidentWriter incident, Func<Exception, Task> diagnoseAsync)
    {
        var target = intent.Target.Manifest;
        var taken = false;
        try
        {
            await steps.RunAsync(DeployStep.TakeBack, () => new DatabaseMigration(context).TakeBackAsync(intent.Schema, CancellationToken.None), CancellationToken.None);
            taken = true;
            var found = await context.Platform.ObserveAsync(CancellationToken.None);
            await steps.RunAsync(DeployStep.Smoke, () => ReleaseSmoke.RequireAsync(context, found.Serving, target.ReleaseId, CancellationToken.None), CancellationToken.None);
        }
        catch (DeliveryFailure fault)
        {
            // Whoever reads the ledger, the note or Slack must know that it serves.
            var explained = new DeliveryFailure(fault.Code, taken
                ? $"{target.ReleaseId} serves on the schema that it needs, but is not well: {fault.Message} Go further back: ./build.sh Rollback --env {context.Environment.Name}"
                : $"{target.ReleaseId} serves, but the schema could not be taken back to what it needs: {fault.Message} The next command tries again; this one, typed again, finishes what it began: ./build.sh Rollback --env {context.Environment.Name}", fault);
            operation.RecordIfPossible(LedgerEvent.RollbackFailed, target, intent.Left, steps, explained, serves: true, holdsAll);
            await diagnoseAsync(explained);
            incident.Write(restored: null);
            await new Notifier(context).TellAsync(operation.Id);
            throw explained;
        }
    }

    private void TellNext(string failed, string? left)
    {
        var rows = context.Ledger.Verify().Rows;
        if (LedgerReading.CouldNotBeBroughtBack(rows).Contains(failed) && LedgerReading.RollbackTargets(rows, left) is [var next, ..] && next != failed)
        {
            context.Output.Warn($"The same command takes {next} next: ./build.sh Rollback --env {context.Environment.Name}");
        }
    }

    private void RequireDeployed()
    {
        if (!File.Exists(context.State.Ledger))
        {
            throw new DeliveryFailure(ExitCode.NothingToRollBackTo,
                $"Nothing was ever deployed to '{context.Environment.Name}' ({context.State.Root}), so there is nothing to roll back to. Deploy first: ./build.sh Deploy --env {context.Environment.Name}");
        }
    }
}
