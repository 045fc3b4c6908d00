using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>Plays one fault under traffic, then holds the environment to what must be true after any.</summary>
internal sealed class FaultRun(MatrixEnvironment matrix, Fault fault)
{
    private readonly Rig _rig = matrix.Rig;

    /// <exception cref="ShouldAssertException">It is not true.</exception>
    public async Task<MatrixRow> RunAsync()
    {
        var fresh = await ArrangeAsync();
        using var scene = await SceneAsync(fresh);
        await (fault.Before?.Invoke(scene) ?? Task.CompletedTask);
        await using var meanwhile = FaultTraffic.Start(_rig);

        var (exitCode, said) = await CommandAsync(scene, fresh);

        fault.Ends?.Invoke(scene);
        var during = await meanwhile.StopAsync();
        var after = new AfterFault(matrix, fault);
        exitCode.ShouldBe(fault.ExitCode, said);
        said.ShouldContain(fault.Says);
        during.ShouldBeServedBy([scene.Before, scene.Wanted], fault.Allowed);
        var served = fault.Serves == Serves.Before ? scene.Before : scene.Wanted;
        await after.ShouldServeAsync(served, scene);
        fault.Then?.Invoke(scene);
        var later = await after.NextCommandsShouldWorkAsync(served);
        var row = new MatrixRow(fault, exitCode, during, later, matrix.Database.Missing([.. during.Written.Acknowledged, .. later.Written.Acknowledged]), _rig.Ledger.Read().Count);
        row.Lost.ShouldBe(0);
        await matrix.LiftHoldAsync();
        return row;
    }

    /// <summary>A rollback has to have something to leave, which the release before it cannot live with the schema of.</summary>
    /// <returns>The newest release.</returns>
    private async Task<MatrixRelease> ArrangeAsync()
    {
        if (fault.Baseline is { } particular)
        {
            await matrix.DeployAsync(await matrix.SealAsync(particular, MigrationVerdict.Safe, failsAfter: null));
        }

        var isRollback = fault.Command == FaultCommand.Rollback;
        return await matrix.SealAsync(fault.Release, isRollback ? MigrationVerdict.NeedsDown : MigrationVerdict.Safe, fault.MigrationFailsAfter);
    }

    private async Task<FaultScene> SceneAsync(MatrixRelease fresh)
    {
        var served = await _rig.ServedAsync();
        var clock = fault.Clock?.Invoke();
        if (fault.Command == FaultCommand.Deploy)
        {
            return new FaultScene(matrix, served, fresh.Id) { Clock = clock };
        }

        await matrix.DeployAsync(fresh);
        return new FaultScene(matrix, fresh.Id, served) { Clock = clock };
    }

    private async Task<(int ExitCode, string Said)> CommandAsync(FaultScene scene, MatrixRelease fresh)
    {
        if (fault.KilledAt is { } step)
        {
            return fault.Command == FaultCommand.Deploy
                ? await DriverProcess.RunAsync(_rig, "deploy", fresh.Bundle, step, fault.Strategy)
                : await DriverProcess.RunAsync(_rig, "rollback", "-", step);
        }

        var usual = _rig.Environment;
        _rig.Environment = fault.Environment(usual);
        try
        {
            var before = _rig.Said.Length;
            try
            {
                await RunHereAsync(new DeliveryService(ContextOf(scene)), scene, fresh);
                return ((int)ExitCode.Success, _rig.Said[before..]);
            }
            catch (DeliveryFailure failure)
            {
                return ((int)failure.Code, $"{_rig.Said[before..]}{failure}");
            }
        }
        finally
        {
            _rig.Environment = usual;
        }
    }

    private Task RunHereAsync(DeliveryService service, FaultScene scene, MatrixRelease fresh) => fault.Command == FaultCommand.Deploy
        ? service.DeployAsync(new DeployRequest { BundleDirectory = fresh.Bundle, Strategy = fault.Strategy, Reason = fault.Reason }, scene.Interrupted)
        : service.RollbackAsync(new RollbackRequest { Reason = fault.Reason }, scene.Interrupted);

    private DeliveryContext ContextOf(FaultScene scene)
    {
        var context = _rig.Context;
        if (fault.AtStep is { } atStep)
        {
            context = context with { StepBegins = (step, cancellation) => atStep(scene, step, cancellation) };
        }

        return scene.Clock is { } clock ? context with { Clock = clock, Platform = PlatformCatalog.Create(_rig.Environment, _rig.State, clock) } : context;
    }
}
