using FinanceHub.Delivery.Deployments;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>SIGKILL and Ctrl+C of the deployer at the beginning of every step that there is: a new one is in the matrix without being added to it.</summary>
internal static class StepFaults
{
    private const int Killed = 128 + 9;

    /// <summary>What only a rollback does.</summary>
    private static readonly DeployStep[] NotOfDeploys = [DeployStep.TakeBack];

    /// <summary>What only a deploy does.</summary>
    private static readonly DeployStep[] NotOfRollbacks = [DeployStep.Preflight, DeployStep.Copy, DeployStep.Migrate, DeployStep.Shift, DeployStep.Bake, DeployStep.Prune];

    public static IEnumerable<Fault> All =>
    [
        .. Enum.GetValues<DeployStep>().Except(NotOfDeploys).SelectMany(step => Both(FaultCommand.Deploy, step)),
        .. Enum.GetValues<DeployStep>().Except(NotOfRollbacks).SelectMany(step => Both(FaultCommand.Rollback, step)),
    ];

    private static IEnumerable<Fault> Both(FaultCommand command, DeployStep step)
    {
        var common = new Fault
        {
            Name = $"SIGKILL at {step}",
            Command = command,
            ExitCode = Killed,
            Serves = IsAfterSwitch(command, step) ? Serves.Wanted : Serves.Before,
            // It has every step of any strategy; and gateways that are the same are not replaced.
            Strategy = "canary",
            Release = step == DeployStep.Gateway ? release => release with { GatewayMark = release.Version } : null,
        };
        yield return common with
        {
            KilledAt = step,
            SharedUntilNext = command == FaultCommand.Deploy && step is (DeployStep.Bake or DeployStep.Switch),
            // Whoever comes upon a killed command repeats a rollback, or takes back a deploy that customers have met.
            Next = command == FaultCommand.Rollback || IsAfterSwitch(command, step) ? NextCommand.Rollback : NextCommand.Deploy,
        };
        yield return common with
        {
            Name = $"Ctrl+C at {step}",
            ExitCode = IsFinished(command, step) ? (int)ExitCode.Success : (int)ExitCode.Interrupted,
            Serves = IsFinished(command, step) ? Serves.Wanted : Serves.Before,
            Says = IsFinished(command, step) ? [] : ["Interrupted"],
            Next = IsFinished(command, step) ? null : NextCommand.ThatOfTheNextFault,
            AtStep = (scene, entered, _) => entered == step ? scene.InterruptAsync() : Task.CompletedTask,
        };
    }

    // A canary bakes before the switch. A rollback over a migration is verified after it was taken back.
    private static bool IsAfterSwitch(FaultCommand command, DeployStep step) =>
        command == FaultCommand.Deploy ? step > DeployStep.Switch && step != DeployStep.Bake : step > DeployStep.Switch || step == DeployStep.Smoke;

    // There is nothing to go back to any more: finishing is quicker and safer.
    private static bool IsFinished(FaultCommand command, DeployStep step) =>
        step >= DeployStep.StopOld || (command == FaultCommand.Rollback && step == DeployStep.Smoke);
}
