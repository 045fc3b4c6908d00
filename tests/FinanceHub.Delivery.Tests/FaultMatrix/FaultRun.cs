using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>Plays one fault under traffic, then holds the environment to what must be true after any.</summary>
internal sealed class FaultRun(MatrixEnvironment matrix, Fault fault)
{
    private const int Killed = 128 + 9;
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
        ShouldBeDiagnosed(exitCode, said);
        during.ShouldBeServedBy([scene.Before, scene.Wanted], fault.Allowed);
        var after = new AfterFault(matrix, fault);
        var served = fault.Serves == Serves.Before ? scene.Before : scene.Wanted;
        await after.ShouldServeAsync(served, scene);
        fault.Then?.Invoke(scene);
        var later = await after.NextCommandShouldWorkAsync(served, scene);
        var row = new MatrixRow(fault, exitCode, during, later, matrix.LostOf([.. during.Written.Acknowledged, .. later.Written.Acknowledged]), _rig.Ledger.Read().Count, after.Results);
        row.Lost.ShouldBe(0);
        await matrix.LiftHoldAsync();
        return row;
    }

    /// <summary>What is known about a failure is in one directory, which the command names.</summary>
    private void ShouldBeDiagnosed(int exitCode, string said)
    {
        const string Where = "All that is known about it is in ";
        if (!fault.IsDiagnosed || exitCode is Killed or (int)ExitCode.Success or (int)ExitCode.Interrupted)
        {
            said.ShouldNotContain(Where);
            return;
        }

        var directory = said.Split('\n').Single(line => line.Contains(Where, StringComparison.Ordinal)).Split(Where)[1].Trim();
        File.ReadAllText(Path.Combine(directory, "README.md")).ShouldContain(fault.IsPlanned ? fault.Says[^1] : "is missing", Case.Sensitive);
        File.ReadAllText(Path.Combine(directory, "plan.txt")).ShouldContain(fault.IsPlanned ? "Steps:" : "It is not known what was planned");
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
        var fresh = await matrix.SealAsync(fault.Release, fault.Migrations, fault.MigrationFailsAfter);
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
        if (fault.Signal is { } signal)
        {
            var command = fault.Command == FaultCommand.Deploy ? DriverProcess.Deploy(_rig, scene.Bundle) : DriverProcess.Rollback(_rig);
            return await DriverProcess.RunAsync(command with
            {
                Strategy = fault.Command == FaultCommand.Deploy ? fault.Strategy : null,
                BakeMilliseconds = (int)fault.Environment(_rig.Environment).Strategy.Bake.Duration.TotalMilliseconds,
                Signal = signal.Name,
                Step = signal.Step.ToString(),
                Occurrence = signal.Occurrence,
            });
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
