using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>SIGKILL and Ctrl+C of the deployer at the beginning of every step that there is: a new one is in the matrix without being added to it.</summary>
internal static class StepFaults
{
    private const int Killed = 128 + 9;
    private const string Kill = "KILL";
    private const string Interrupt = "INT";

    /// <summary>What a deploy does only when it fails.</summary>
    private static readonly DeployStep[] NotOfDeploys = [DeployStep.TakeBack];

    /// <summary>What only a deploy does.</summary>
    private static readonly DeployStep[] NotOfRollbacks = [DeployStep.Preflight, DeployStep.Copy, DeployStep.Migrate, DeployStep.Shift, DeployStep.Bake, DeployStep.Prune];

    public static IEnumerable<Fault> All =>
    [
        .. Enum.GetValues<DeployStep>().Except(NotOfDeploys).SelectMany(step => Both(FaultCommand.Deploy, step)),
        .. new[] { DeployStep.Copy, DeployStep.Migrate, DeployStep.Smoke, DeployStep.Bake, DeployStep.Confirm, DeployStep.StopOld }.Select(step => InTerminal(FaultCommand.Deploy, step)),
        .. AtLaterShift(),
        .. AfterTheSwitch(),
        .. AfterMigrations(),
        .. Enum.GetValues<DeployStep>().Except(NotOfRollbacks).SelectMany(step => Both(FaultCommand.Rollback, step)),
        .. new[] { DeployStep.Start, DeployStep.Confirm, DeployStep.TakeBack }.Select(step => InTerminal(FaultCommand.Rollback, step)),
    ];

    private static Fault Common(FaultCommand command, DeployStep step) => new()
    {
        Name = $"SIGKILL at {step}",
        Command = command,
        Signal = new StepSignal(Kill, step),
        ExitCode = Killed,
        Serves = IsAfterSwitch(command, step) ? Serves.Wanted : Serves.Before,
        SharedUntilNext = command == FaultCommand.Deploy && step is (DeployStep.Bake or DeployStep.Switch),
        // Whoever comes upon a killed command repeats a rollback, or takes back a deploy that customers have met.
        Next = command == FaultCommand.Rollback || IsAfterSwitch(command, step) ? NextCommand.Rollback : NextCommand.Deploy,
        // It has every step of any strategy; and gateways that are the same are not replaced.
        Strategy = "canary",
        Release = step == DeployStep.Gateway ? release => release with { GatewayMark = release.Version } : null,
    };

    /// <summary>Interrupted here, so that each is quick and what it leaves is looked at as it is.</summary>
    private static IEnumerable<Fault> Both(FaultCommand command, DeployStep step)
    {
        var kill = Common(command, step);
        yield return kill;
        yield return Interrupted(kill, command, step) with
        {
            Name = $"Ctrl+C at {step}",
            Signal = null,
            Next = IsFinished(command, step) ? null : NextCommand.ThatOfTheNextFault,
            AtStep = (scene, entered, _) => entered == step ? scene.InterruptAsync() : Task.CompletedTask,
        };
    }

    /// <summary>The signal itself, in a process of its own, and what people do next.</summary>
    private static Fault InTerminal(FaultCommand command, DeployStep step) => Interrupted(Common(command, step), command, step) with
    {
        Name = $"Ctrl+C at {step}, in a terminal",
        Signal = new StepSignal(Interrupt, step),
        Next = IsFinished(command, step) ? null : command == FaultCommand.Deploy ? NextCommand.Deploy : NextCommand.Rollback,
    };

    private static Fault Interrupted(Fault common, FaultCommand command, DeployStep step) => common with
    {
        SharedUntilNext = false,
        ExitCode = IsFinished(command, step) ? (int)ExitCode.Success : (int)ExitCode.Interrupted,
        Serves = IsFinished(command, step) ? Serves.Wanted : Serves.Before,
        Says = IsFinished(command, step) ? [] : ["Interrupted"],
    };

    private static IEnumerable<Fault> AtLaterShift()
    {
        var kill = Common(FaultCommand.Deploy, DeployStep.Shift) with { Name = "SIGKILL at the second Shift", Signal = new StepSignal(Kill, DeployStep.Shift, 2), SharedUntilNext = true };
        yield return kill;
        yield return Interrupted(kill, FaultCommand.Deploy, DeployStep.Shift) with { Name = "Ctrl+C at the second Shift, in a terminal", Signal = new StepSignal(Interrupt, DeployStep.Shift, 2) };
    }

    /// <summary>All at once, a release is watched when it has all of the traffic.</summary>
    private static IEnumerable<Fault> AfterTheSwitch()
    {
        var kill = Common(FaultCommand.Deploy, DeployStep.Bake) with
        {
            Name = "SIGKILL at Bake after the switch",
            Strategy = "all-at-once",
            Environment = environment => environment with { Strategy = environment.Strategy with { Bake = new BakeLimits { Duration = TimeSpan.FromMilliseconds(200) } } },
            Serves = Serves.Wanted,
            SharedUntilNext = false,
            Next = NextCommand.Rollback,
        };
        yield return kill;
        yield return Interrupted(kill, FaultCommand.Deploy, DeployStep.Bake) with
        {
            Name = "Ctrl+C at Bake after the switch, in a terminal",
            Signal = new StepSignal(Interrupt, DeployStep.Bake),
            Next = NextCommand.Deploy,
        };
    }

    /// <summary>The release that serves on cannot live with what was migrated for the new one.</summary>
    private static IEnumerable<Fault> AfterMigrations()
    {
        const string WithMigrations = ", after migrations that the release before cannot live with";
        foreach (var step in new[] { DeployStep.Start, DeployStep.Bake })
        {
            yield return Common(FaultCommand.Deploy, step) with { Name = $"SIGKILL at {step}{WithMigrations}", Migrations = MigrationVerdict.NeedsDown };
        }

        yield return Common(FaultCommand.Deploy, DeployStep.Smoke) with { Name = $"SIGKILL at Smoke{WithMigrations}; then a rollback", Migrations = MigrationVerdict.NeedsDown, Next = NextCommand.Rollback };
        yield return InTerminal(FaultCommand.Deploy, DeployStep.Smoke) with { Name = $"Ctrl+C at Smoke, in a terminal{WithMigrations}", Migrations = MigrationVerdict.NeedsDown };
        yield return Common(FaultCommand.Deploy, DeployStep.TakeBack) with
        {
            Name = $"SIGKILL at TakeBack when the new version has crashed{WithMigrations}",
            Migrations = MigrationVerdict.NeedsDown,
            Release = release => release with { Api = new { CrashAtStart = true } },
            Serves = Serves.Before,
            Next = NextCommand.Deploy,
        };
    }

    // A canary bakes before the switch. A rollback over a migration is verified after it was taken back.
    private static bool IsAfterSwitch(FaultCommand command, DeployStep step) =>
        command == FaultCommand.Deploy ? step > DeployStep.Switch && step != DeployStep.Bake : step > DeployStep.Switch || step == DeployStep.Smoke;

    // There is nothing to go back to any more: finishing is quicker and safer.
    private static bool IsFinished(FaultCommand command, DeployStep step) =>
        step >= DeployStep.StopOld || (command == FaultCommand.Rollback && step == DeployStep.Smoke);
}
