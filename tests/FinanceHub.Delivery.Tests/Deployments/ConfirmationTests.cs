using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class ConfirmationTests
{
    [Fact]
    public async Task A_rollback_and_in_production_a_deploy_show_what_they_will_do_and_ask_once()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync("2.0.0");
        rig.Environment = rig.Environment with { Confirm = ConfirmationPolicy.Rollback };

        (await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync())).Code.ShouldBe(ExitCode.ConfirmationNeeded);
        rig.Confirmation = new Answer(yes: false);
        (await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync())).Message.ShouldStartWith("Not confirmed");
        (await rig.ServedAsync()).ShouldBe(second.ReleaseId);

        var yes = new Answer(yes: true);
        rig.Confirmation = yes;
        await rig.RollbackAsync();
        yes.Asked.ShouldBe([$"Roll 'local' back from {second.ReleaseId} to {first.ReleaseId}?"]);
        rig.Said.ShouldContain($"To        {first.ReleaseId} (01234567), put into service by {DeliveryContext.Actor} at ");
        rig.Said.ShouldContain("Takes     unknown: it was never done here");

        rig.Environment = rig.Environment with { Confirm = ConfirmationPolicy.Always };
        rig.Confirmation = new Answer(yes: false);
        (await Should.ThrowAsync<DeliveryFailure>(() => rig.DeployAsync("3.0.0"))).Message.ShouldStartWith("Not confirmed");
        rig.Said.ShouldContain("data Steps:");
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task Where_every_change_is_asked_about_none_is_made_without_an_answer()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        await rig.DeployAsync("2.0.0");
        await rig.RollbackAsync();
        rig.Environment = rig.Environment with { Confirm = ConfirmationPolicy.Always };
        var (rows, stop) = (rig.Ledger.Read().Count, TestContext.Current.CancellationToken);

        foreach (var change in new Func<Task>[]
        {
            () => rig.Service().StopAsync(new StopRequest(), stop),
            () => rig.Service().SeedAsync(stop),
            () => rig.Service().LiftHoldAsync(new LiftHoldRequest { Reason = "it was the network" }, stop),
            () => rig.RollbackAsync("2.0.0"),
            () => rig.DeployAsync("3.0.0"),
        })
        {
            (await Should.ThrowAsync<DeliveryFailure>(change)).Code.ShouldBe(ExitCode.ConfirmationNeeded);
        }

        rig.ShouldRunOnly(first.ReleaseId);
        rig.Ledger.Read().Count.ShouldBe(rows);
        var yes = new Answer(yes: true);
        rig.Confirmation = yes;
        await rig.Service().LiftHoldAsync(new LiftHoldRequest { Reason = "it was the network" }, stop);
        yes.Asked.ShouldBe(["Allow in 'local' what is held there?"]);
        rig.Ledger.Read().Count.ShouldBe(rows + 1);
    }
}
