using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Notifications;
using FinanceHub.Delivery.Plans;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Status;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Puts a release into service.</summary>
internal sealed class DeployCommand(DeliveryContext context)
{
    /// <summary>Prints what <see cref="RunAsync"/> would do, and keeps it for its approval.</summary>
    public async Task<DeliveryPlan> PlanAsync(DeployRequest request, CancellationToken cancellation)
    {
        var bundle = await VerifyAsync(request.BundleDirectory, cancellation);
        var found = await context.Platform.ObserveAsync(cancellation);
        var planner = new Planner(context);
        var plan = await planner.DeployAsync(bundle, found, request.AcceptDataLoss, cancellation);
        var hash = planner.Publish(plan);
        if (!plan.IsEmpty)
        {
            TellObstacles(bundle);
            await TellWayBackAsync(bundle, found.ServingReleaseId, cancellation);
        }

        context.Output.Info(plan.IsEmpty
            ? $"{bundle.Manifest.ReleaseId} serves '{context.Environment.Name}' already: there is nothing to do"
            : $"Nothing was changed. To do exactly this: ./build.sh Deploy --env {context.Environment.Name} --approved {hash}");
        return plan;
    }

    public async Task<DeployResult> RunAsync(DeployRequest request, CancellationToken cancellation)
    {
        var steps = new StepTrack(context);
        var id = Operation.NewId(context);
        var diagnosis = new DiagnosisBundle(context, id);
        var bundle = await new DiagnosisBundle(context, "deploy-not-begun", replaces: true).GuardAsync(steps, () => PlanNowAsync(request), () => steps.RunAsync(DeployStep.Verify, () => VerifyAsync(request.BundleDirectory, cancellation), cancellation));
        // Not guarded: who says no has broken nothing.
        request = await ConfirmAsync(bundle, request, cancellation);
        return await diagnosis.GuardAsync(steps, () => PlanNowAsync(request), async () =>
        {
            var operation = new Operation(context, $"deploy {bundle.Manifest.ReleaseId}", request.Reason, deploys: bundle.Manifest.ReleaseId, id);
            using var held = await steps.RunAsync(DeployStep.Lock, () => operation.LockAsync(request.LockWait, cancellation), cancellation);
            return await UnderLeaseAsync(bundle, request, operation, steps, diagnosis, held.Cancellation);
        });
    }

    private async Task<DeliveryPlan> PlanNowAsync(DeployRequest request) => await new Planner(context).DeployAsync(
        await ReleaseBundle.OpenAsync(request.BundleDirectory, CancellationToken.None), await context.Platform.ObserveAsync(CancellationToken.None), request.AcceptDataLoss, CancellationToken.None);

    private async Task<DeployResult> UnderLeaseAsync(ReleaseBundle bundle, DeployRequest request, Operation operation, StepTrack steps, DiagnosisBundle diagnosis, CancellationToken cancellation)
    {
        var before = await steps.RunAsync(DeployStep.Recover, () => new Recovery(context, operation).RunAsync(cancellation), cancellation);
        var listen = PublicEndpoint.Resolve(context, request.Port, before);
        if (before.ServingReleaseId == bundle.Manifest.ReleaseId && before.IsWhole)
        {
            await WarnOfOtherSettingsAsync(bundle, before, cancellation);
            return Unchanged(bundle, new Gateway.PublicAddress(listen).Uri, steps);
        }

        var migration = new DatabaseMigration(context);
        var plan = await steps.RunAsync(DeployStep.Preflight, () => PreflightAsync(bundle, before, migration, request, cancellation), cancellation);
        var previous = before.ServingReleaseId;
        operation.Record(LedgerEvent.DeployStarted, bundle.Manifest, previous);
        Replacement? replacement = null;
        try
        {
            var stored = await PrepareAsync(bundle, before, migration, steps, cancellation);
            replacement = new Replacement(context, steps, stored, before, operation.Id, listen, keepsOld: context.Environment.Standby, strategy: context.Environment.Strategy);
            await replacement.RunAsync(cancellation);
            await steps.RunAsync(DeployStep.Record, () => Task.FromResult(operation.Record(LedgerEvent.DeploySucceeded, bundle.Manifest, previous, steps)), CancellationToken.None);
            await steps.RunAsync(DeployStep.Prune, () => PruneAsync(bundle.Manifest.ReleaseId, migration), CancellationToken.None);
            context.Output.Success($"Deployed {bundle.Manifest.ReleaseId} to '{context.Environment.Name}' in {steps.Elapsed.TotalSeconds:0.0} s: {replacement.Address}");
            await new Notifier(context).TellAsync(operation.Id);
            return new DeployResult
            {
                ReleaseId = bundle.Manifest.ReleaseId,
                PreviousReleaseId = previous,
                Address = replacement.Address,
                Outcome = DeployOutcome.Deployed,
                Duration = steps.Elapsed,
                SwitchDuration = replacement.SwitchDuration,
            };
        }
        catch (Exception fault) when (!steps.Reached(DeployStep.StopOld))
        {
            // First: who comes upon this command killed must find that it failed, and whether its release was bad.
            var mayServe = replacement is { MayServe: true };
            operation.RecordFailure(LedgerEvent.DeployFailed, bundle.Manifest, previous, steps, fault, mayServe);
            var told = mayServe ? fault : await TakeBackSchemaAsync(fault, bundle, previous, migration, steps);
            await diagnosis.WriteAsync(told, steps, replacement?.Diagnosed ?? [], () => Task.FromResult(plan));
            if (steps.Bake is { Verdict: BakeVerdict.Breach })
            {
                context.Output.Warn($"{bundle.Manifest.ReleaseId} is held until ./build.sh LiftHold --env {context.Environment.Name} --reason \"...\"");
            }

            await new Notifier(context).TellAsync(operation.Id);
            if (told == fault)
            {
                throw;
            }

            throw told;
        }
    }

    /// <summary>The hosts of the new release are stopped; what serves on must be able to live with the schema, too.</summary>
    /// <returns>What the user reads: the fault, and what could not be taken back.</returns>
    private async Task<Exception> TakeBackSchemaAsync(Exception fault, ReleaseBundle bundle, string? previous, DatabaseMigration migration, StepTrack steps)
    {
        // Nothing has been migrated, or what is there belongs to the new holder of the lease.
        if (!steps.Reached(DeployStep.Migrate) || context.Lease.FindLoss() is not null)
        {
            return fault;
        }

        var left = await steps.RunAsync(DeployStep.TakeBack, () => migration.TakeBackFromAsync(bundle.Manifest.ReleaseId, previous), CancellationToken.None);
        return left is null ? fault : new DeliveryFailure((fault as DeliveryFailure)?.Code ?? ExitCode.Failed, $"{fault.Message} {left.Message}", fault);
    }

    /// <summary>Shows the plan and asks, where the environment says so; what was agreed to is exactly what is done.</summary>
    private async Task<DeployRequest> ConfirmAsync(ReleaseBundle bundle, DeployRequest request, CancellationToken cancellation)
    {
        // Who approves a plan by its hash has read it, and has agreed to nothing else.
        if (context.Environment.Confirm != ConfirmationPolicy.Always || request.Approved is not null)
        {
            return request;
        }

        var planner = new Planner(context);
        var plan = await planner.DeployAsync(bundle, await context.Platform.ObserveAsync(cancellation), request.AcceptDataLoss, cancellation);
        if (plan.IsEmpty)
        {
            return request;
        }

        var hash = planner.Publish(plan);
        context.RequireConfirmed($"Deploy {bundle.Manifest.ReleaseId} to '{context.Environment.Name}'?");
        return request with { Approved = hash };
    }

    private async Task<ReleaseBundle> PrepareAsync(ReleaseBundle bundle, Observation before, DatabaseMigration migration, StepTrack steps, CancellationToken cancellation)
    {
        try
        {
            var isServing = before.ServingReleaseId == bundle.Manifest.ReleaseId;
            var stored = await steps.RunAsync(DeployStep.Copy, () => context.Releases.AddAsync(bundle, replaceDamaged: !isServing, cancellation), cancellation);
            await steps.RunAsync(DeployStep.Migrate, () => migration.RunAsync(stored, cancellation), cancellation);
            return stored;
        }
        catch (Exception fault)
        {
            throw new FailureExplanation(context, before, bundle.Manifest.ReleaseId).Explain(fault);
        }
    }

    private async Task<ReleaseBundle> VerifyAsync(string directory, CancellationToken cancellation)
    {
        var bundle = await ReleaseBundle.OpenAsync(directory, cancellation);
        CommittedSources.RequireRelease(context, bundle.Manifest);
        StateProbe.RequireWritable(context.State);
        context.Output.Info($"Release {bundle.Manifest.ReleaseId}: {bundle.Manifest.Services.Values.Sum(service => service.Files)} files verified");
        return bundle;
    }

    /// <summary>Finds out whether it can be done before anything is touched.</summary>
    /// <returns>What will be done.</returns>
    private async Task<DeliveryPlan> PreflightAsync(ReleaseBundle bundle, Observation before, DatabaseMigration migration, DeployRequest request, CancellationToken cancellation)
    {
        var planner = new Planner(context);
        var plan = await planner.DeployAsync(bundle, before, request.AcceptDataLoss, cancellation);
        if (request.Approved is { } approved)
        {
            planner.RequireApproved(plan, approved);
        }

        Hold.Of(context.Ledger.Read()).RequireNone(bundle.Manifest.ReleaseId, context.Environment.Name);
        migration.RequireLivable(bundle.Manifest.ReleaseId, plan.Unlivable);
        await context.Secrets.ResolveAsync(cancellation);
        RequireSpace(bundle);
        foreach (var grade in plan.Migrations.Where(grade => grade.Verdict != MigrationVerdict.Safe))
        {
            context.Output.Warn($"The migration {grade}");
        }

        migration.RequireWayBack(plan.Migrations, request.AcceptDataLoss);
        await TellWayBackAsync(bundle, before.ServingReleaseId, cancellation);
        return plan;
    }

    /// <summary>What would refuse the deploy at this moment, and is no part of the plan because it passes.</summary>
    private void TellObstacles(ReleaseBundle bundle)
    {
        if (context.LeaseStore.Read() is { Released: false } holder && !HolderProcess.IsGone(holder))
        {
            context.Output.Warn($"Would be refused now: {holder} holds the environment (--wait waits for it)");
        }

        try
        {
            RequireSpace(bundle);
        }
        catch (DeliveryFailure fault) when (fault.Code == ExitCode.DiskFull)
        {
            context.Output.Warn($"Would be refused now: {fault.Message}");
        }
    }

    private void RequireSpace(ReleaseBundle bundle)
    {
        var copy = context.Releases.Contains(bundle.Manifest.ReleaseId) ? 0 : bundle.Manifest.Bytes;
        StateProbe.RequireSpace(context.State, copy + context.Platform.Database.CopyBytes + (context.Limits.FreeDiskMebibytes * 1048576L));
    }

    /// <summary>Whether the release that serves now could be brought back afterwards.</summary>
    private async Task TellWayBackAsync(ReleaseBundle bundle, string? serving, CancellationToken cancellation)
    {
        if (serving is null || serving == bundle.Manifest.ReleaseId)
        {
            return;
        }

        var back = await RollbackReadiness.AfterAsync(context, context.Ledger.Read(), bundle.Manifest, serving, cancellation);
        Action<string> say = back.Ready ? context.Output.Info : context.Output.Warn;
        say($"Rollback ready after that: {back}");
    }

    private async Task PruneAsync(string releaseId, DatabaseMigration migration)
    {
        await new Retention(context).RunAsync(releaseId, CancellationToken.None);
        migration.Prune();
    }

    private async Task WarnOfOtherSettingsAsync(ReleaseBundle bundle, Observation before, CancellationToken cancellation)
    {
        var plan = await new Planner(context).DeployAsync(bundle, before, acceptDataLoss: false, cancellation);
        if (plan.Settings.Count > 0)
        {
            context.Output.Warn($"It runs with other settings than .nuke/environments/{context.Environment.Name}.json says now ({string.Join(", ", plan.Settings.Select(change => $"{change.Service} {change.Name}"))}): a release keeps those that it was started with. The next release has the new ones; so has this one after ./build.sh Stop --env {context.Environment.Name} && ./build.sh Deploy --env {context.Environment.Name}");
        }
    }

    private DeployResult Unchanged(ReleaseBundle bundle, Uri address, StepTrack steps)
    {
        context.Output.Success($"{bundle.Manifest.ReleaseId} serves '{context.Environment.Name}' already: {address}");
        return new DeployResult
        {
            ReleaseId = bundle.Manifest.ReleaseId,
            PreviousReleaseId = bundle.Manifest.ReleaseId,
            Address = address,
            Outcome = DeployOutcome.AlreadyServing,
            Duration = steps.Elapsed,
            SwitchDuration = TimeSpan.Zero,
        };
    }
}
