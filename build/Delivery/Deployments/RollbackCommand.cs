using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Ledger;
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
        var found = await context.Platform.ObserveAsync(cancellation);
        var left = found.ServingReleaseId ?? LedgerReading.LastInService(context.Ledger.Read());
        var target = await new RollbackChoice(context).ChooseAsync(request.To, found.ServingReleaseId, left, cancellation);
        var planner = new Planner(context);
        var plan = planner.Rollback(target, found, left, request.AcceptDataLoss);
        var hash = planner.Publish(plan);
        context.Output.Info($"Nothing was changed. To do exactly this: ./build.sh Rollback --env {context.Environment.Name}{(request.To is null ? "" : $" --to {request.To}")} --approved {hash}");
        return plan;
    }

    public async Task<RollbackResult> RunAsync(RollbackRequest request, CancellationToken cancellation)
    {
        var steps = new StepTrack(context);
        RequireDeployed();
        var operation = new Operation(context, request.To is null ? "rollback" : $"rollback to {request.To}", request.Reason);
        using var held = await steps.RunAsync(DeployStep.Lock, () => operation.LockAsync(request.LockWait, cancellation), cancellation);
        var recovery = new Recovery(context, operation);
        var before = await steps.RunAsync(DeployStep.Recover, () => recovery.RunAsync(cancellation), cancellation);
        if (request.To is null && recovery.TrafficTakenFrom is { } taken && before is { ServingReleaseId: { } restored, Listen: { } address, IsWhole: true })
        {
            return await RestoredAsync(operation, steps, restored, taken, new PublicAddress(address), request.HoldAll, cancellation);
        }

        // When nothing serves, what served last is what is being left: it must not be gone back to by the next rollback.
        var left = before.ServingReleaseId ?? LedgerReading.LastInService(context.Ledger.Read());
        var choice = new RollbackChoice(context);
        var target = await steps.RunAsync(DeployStep.Verify, () => choice.ChooseAsync(request.To, before.ServingReleaseId, left, cancellation), cancellation);
        if (request.Approved is { } approved)
        {
            var planner = new Planner(context);
            planner.RequireApproved(planner.Rollback(target, before, left, request.AcceptDataLoss), approved);
        }

        var listen = PublicEndpoint.Resolve(context, request.Port, before);
        StateProbe.RequireWritable(context.State);
        var leftRelease = left is not null && context.Releases.Contains(left) ? ReleaseBundle.Peek(context.Releases.PathOf(left)) : null;
        var schema = choice.Describe(target, leftRelease, left, request.AcceptDataLoss);
        operation.Record(LedgerEvent.RollbackStarted, target.Manifest, left);
        // What is left is known to be bad: nothing to keep ready.
        var replacement = new Replacement(context, steps, target, before, operation.Id, listen, keepsOld: false, smokesFirst: !schema.NeedsDown);
        try
        {
            await replacement.RunAsync(cancellation);
        }
        catch (Exception fault) when (!steps.Reached(DeployStep.StopOld))
        {
            operation.RecordFailure(LedgerEvent.RollbackFailed, target.Manifest, left, steps, fault);
            throw;
        }

        if (schema.NeedsDown)
        {
            await TakeBackAsync(steps, leftRelease!, target, operation);
        }

        await steps.RunAsync(DeployStep.Record, () => Task.FromResult(operation.Record(LedgerEvent.RollbackSucceeded, target.Manifest, left, steps, holdsAll: request.HoldAll)), CancellationToken.None);
        context.Output.Success($"Restored {target.Manifest.ReleaseId} in {replacement.ConfirmedAfter.TotalSeconds:0.0} s: {replacement.Address}");
        if (left is not null && left != target.Manifest.ReleaseId)
        {
            context.Output.Info($"{(request.HoldAll ? "Every deploy" : left)} is held until ./build.sh LiftHold --env {context.Environment.Name} --reason \"...\"");
        }

        return new RollbackResult
        {
            ReleaseId = target.Manifest.ReleaseId,
            LeftReleaseId = left,
            Address = replacement.Address,
            Duration = replacement.ConfirmedAfter,
            SwitchDuration = replacement.SwitchDuration,
        };
    }

    /// <summary>A canary whose deployer was killed: what it took traffic from has everything again, and that is what was asked for.</summary>
    private async Task<RollbackResult> RestoredAsync(Operation operation, StepTrack steps, string restored, string left, PublicAddress address, bool holdAll, CancellationToken cancellation)
    {
        await steps.RunAsync(DeployStep.Confirm, () => address.ConfirmAsync(restored, context.Clock, cancellation), cancellation);
        var elapsed = steps.Elapsed;
        var release = ReleaseBundle.Peek(context.Releases.PathOf(restored));
        await steps.RunAsync(DeployStep.Record, () => Task.FromResult(operation.Record(LedgerEvent.RollbackSucceeded, release.Manifest, left, steps, holdsAll: holdAll)), CancellationToken.None);
        context.Output.Success($"Restored {restored} in {elapsed.TotalSeconds:0.0} s: {address.Uri}");
        context.Output.Info($"{(holdAll ? "Every deploy" : left)} is held until ./build.sh LiftHold --env {context.Environment.Name} --reason \"...\"");
        return new RollbackResult { ReleaseId = restored, LeftReleaseId = left, Address = address.Uri, Duration = elapsed, SwitchDuration = TimeSpan.Zero };
    }

    /// <summary>Only now: the release that is left needs its schema until nobody uses it any more. What is not verified before the switch is verified here.</summary>
    private async Task TakeBackAsync(StepTrack steps, ReleaseBundle left, ReleaseBundle target, Operation operation)
    {
        try
        {
            await steps.RunAsync(DeployStep.TakeBack, () => new DatabaseMigration(context).TakeBackAsync(left, target.Manifest.Migrations.Last, CancellationToken.None), CancellationToken.None);
            var found = await context.Platform.ObserveAsync(CancellationToken.None);
            await steps.RunAsync(DeployStep.Smoke, () => ReleaseSmoke.RequireAsync(context, found.Serving, target.Manifest.ReleaseId, CancellationToken.None), CancellationToken.None);
        }
        catch (DeliveryFailure fault)
        {
            operation.RecordIfPossible(LedgerEvent.RollbackFailed, target.Manifest, left.Manifest.ReleaseId, steps, fault);
            throw new DeliveryFailure(fault.Code,
                $"{target.Manifest.ReleaseId} serves, but the schema could not be taken back to what it needs: {fault.Message} The copy that was made first is in {context.Platform.Database.Copies}; put it back with the database tool: restore --replace.", fault);
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
