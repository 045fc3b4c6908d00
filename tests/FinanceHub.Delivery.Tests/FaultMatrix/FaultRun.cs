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
        using var scene = await ArrangeAsync();
        await (fault.Before?.Invoke(scene) ?? Task.CompletedTask);
        await using var meanwhile = await FaultTraffic.StartAsync(_rig);

        var (exitCode, said) = await CommandAsync(scene);

        fault.Ends?.Invoke(scene);
        var during = await meanwhile.StopAsync();
        exitCode.ShouldBe(fault.ExitCode, said);
        fault.Says.ShouldAllBe(text => said.Contains(text, StringComparison.Ordinal), said);
        during.ShouldBeServedBy([scene.Before, scene.Wanted], fault.Allowed);
        var after = new AfterFault(matrix, fault);
        var served = fault.Serves == Serves.Before ? scene.Before : scene.Wanted;
        await after.ShouldServeAsync(served, scene);
        fault.Then?.Invoke(scene);
        var later = await after.NextCommandShouldWorkAsync(served, scene);
        var row = new MatrixRow(fault, exitCode, during, later, matrix.Database.Missing([.. during.Written.Acknowledged, .. later.Written.Acknowledged]), _rig.Ledger.Read().Count, after.Results);
        row.Lost.ShouldBe(0);
        await matrix.LiftHoldAsync();
        return row;
    }

    private async Task<FaultScene> ArrangeAsync()
    {
        if (fault.Baseline is { } particular)
        {
            await matrix.DeployAsync(await matrix.SealAsync(particular, MigrationVerdict.Safe));
        }

        return fault.Command == FaultCommand.Deploy ? await ArrangeDeployAsync() : await ArrangeRollbackAsync();
    }

    private async Task<FaultScene> ArrangeDeployAsync()
    {
        var served = await _rig.ServedAsync();
        var fresh = await matrix.SealAsync(fault.Release, MigrationVerdict.Safe, fault.MigrationFailsAfter);
        return new FaultScene(matrix, served, fresh.Id) { Bundle = fresh.Bundle, Clock = fault.Clock?.Invoke() };
    }

    /// <summary>A rollback has to have something to leave, which the release before it cannot live with the schema of; often the fault before has left it.</summary>
    private async Task<FaultScene> ArrangeRollbackAsync()
    {
        var served = await _rig.ServedAsync();
        if (fault.Release is null && matrix.OlderOf(served) is { } older)
        {
            return new FaultScene(matrix, served, older) { Clock = fault.Clock?.Invoke() };
        }

        var fresh = await matrix.SealAsync(fault.Release, MigrationVerdict.NeedsDown);
        await matrix.DeployAsync(fresh);
        return new FaultScene(matrix, fresh.Id, served) { Clock = fault.Clock?.Invoke() };
    }

    private async Task<(int ExitCode, string Said)> CommandAsync(FaultScene scene)
    {
        if (fault.KilledAt is { } step)
        {
            return fault.Command == FaultCommand.Deploy
                ? await DriverProcess.RunAsync(_rig, "deploy", scene.Bundle, step, fault.Strategy)
                : await DriverProcess.RunAsync(_rig, "rollback", scene.Bundle, step);
        }

        var usual = _rig.Environment;
        _rig.Environment = fault.Environment(usual);
        try
        {
            var before = _rig.Said.Length;
            try
            {
                await RunHereAsync(new DeliveryService(ContextOf(scene)), scene);
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

    private Task RunHereAsync(DeliveryService service, FaultScene scene) => fault.Command == FaultCommand.Deploy
        ? service.DeployAsync(new DeployRequest { BundleDirectory = scene.Bundle, Strategy = fault.Strategy, Reason = fault.Reason }, scene.Interrupted)
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
