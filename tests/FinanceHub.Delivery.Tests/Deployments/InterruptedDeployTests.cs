using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>Ctrl+C, wherever it comes.</summary>
public sealed class InterruptedDeployTests(DeployedRig deployed) : IClassFixture<DeployedRig>
{
    private readonly Rig _rig = deployed.Rig;

    public static TheoryData<string> StepsThatCanBeUndone =>
        [.. Enum.GetValues<DeployStep>().Where(step => step < DeployStep.StopOld && step != DeployStep.Gateway).Select(step => step.ToString())];

    [Theory]
    [MemberData(nameof(StepsThatCanBeUndone))]
    public async Task Interrupting_undoes_what_was_done(string step)
    {
        using var interrupt = new CancellationTokenSource();
        // Every step that there is, however short.
        var moment = TimeSpan.FromMilliseconds(1);
        _rig.Environment = _rig.Environment with { Strategy = new DeliveryStrategy { Kind = StrategyKind.Canary, Steps = [new CanaryStep(50, moment)], Bake = new BakeLimits { Duration = moment } } };

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.DeployAsync(
            new StubRelease { Version = "2.0.0", Database = new { Migrations = new[] { "0001_First", $"0002_{step}" } } },
            (entered, _) => entered.ToString() == step ? interrupt.CancelAsync() : Task.CompletedTask,
            interrupt.Token));

        failure.Code.ShouldBe(ExitCode.Interrupted);
        failure.Message.ShouldStartWith("Interrupted");
        await deployed.ShouldBeUntouchedAsync();
        LedgerReading.Unfinished(_rig.Ledger.Read()).ShouldBeNull();
        Directory.EnumerateDirectories(_rig.State.Releases, ".*").ShouldBeEmpty();
    }
}

/// <summary>Once the old hosts are being stopped there is nothing to go back to.</summary>
public sealed class InterruptedTooLateTests
{
    [Fact]
    public async Task From_stopping_the_old_release_on_the_deploy_is_finished_instead()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        using var interrupt = new CancellationTokenSource();

        var result = await rig.DeployAsync(
            new StubRelease { Version = "2.0.0" }, (step, _) => step == DeployStep.StopOld ? interrupt.CancelAsync() : Task.CompletedTask, interrupt.Token);

        result.Outcome.ShouldBe(DeployOutcome.Deployed);
        rig.ShouldRunOnly(result.ReleaseId);
        rig.Ledger.Read()[^1].Event.ShouldBe(LedgerEvent.DeploySucceeded);
    }
}
