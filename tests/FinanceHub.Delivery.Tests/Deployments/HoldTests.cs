using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class HoldTests
{
    [Fact]
    public async Task What_a_rollback_left_is_not_deployed_again_until_the_hold_is_lifted()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var bad = new StubRelease { Version = "1.1.0" };
        var left = await rig.DeployAsync(bad);
        var back = await rig.RollbackAsync();

        var refused = await rig.DeployFailingAsync(bad);
        refused.Code.ShouldBe(ExitCode.Held);
        refused.Message.ShouldContain(left.ReleaseId);
        refused.Message.ShouldContain("LiftHold");
        rig.ShouldRunOnly(back.ReleaseId);
        (await rig.Service().StatusAsync(new StatusRequest(), TestContext.Current.CancellationToken)).Hold.ShouldBe(left.ReleaseId);

        (await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().LiftHoldAsync(new LiftHoldRequest(), TestContext.Current.CancellationToken))).Code.ShouldBe(ExitCode.Usage);
        await rig.Service().LiftHoldAsync(new LiftHoldRequest { Reason = "it was the network" }, TestContext.Current.CancellationToken);

        (await rig.DeployAsync(bad)).ReleaseId.ShouldBe(left.ReleaseId);
        rig.Ledger.Read().ShouldContain(row => row.Event == FinanceHub.Delivery.Ledger.LedgerEvent.HoldLifted && row.Reason == "it was the network");
    }

    [Fact]
    public async Task Another_release_is_deployed_unless_the_rollback_held_everything()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        await rig.DeployAsync("1.1.0");
        await rig.RollbackAsync();
        var fixedOne = await rig.DeployAsync("1.2.0");
        fixedOne.Outcome.ShouldBe(DeployOutcome.Deployed);

        await rig.Service().RollbackAsync(new RollbackRequest { HoldAll = true }, CancellationToken.None);

        (await rig.DeployFailingAsync(new StubRelease { Version = "1.3.0" })).Code.ShouldBe(ExitCode.Held);
        (await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().PreflightAsync(new PreflightRequest(), TestContext.Current.CancellationToken))).Code.ShouldBe(ExitCode.Held);
        await rig.Service().PreflightAsync(new PreflightRequest { ForPlan = true }, TestContext.Current.CancellationToken);
        rig.Said.ShouldContain("Would be refused now: ", Case.Sensitive, "who wants to see the plan sees it");
        (await rig.RollbackAsync(fixedOne.ReleaseId)).ReleaseId.ShouldBe(fixedOne.ReleaseId, "a rollback is never held up");
    }
}
