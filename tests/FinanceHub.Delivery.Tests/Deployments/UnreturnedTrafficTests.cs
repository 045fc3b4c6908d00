using System.Diagnostics;
using System.Globalization;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>A deploy fails after the switch, and the gateway takes no orders any more.</summary>
public sealed class UnreturnedTrafficTests
{
    [Fact]
    public async Task A_gateway_that_hangs_is_replaced_and_the_traffic_is_back()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => rig.DeployAsync(new StubRelease { Version = "1.1.0" }, async (step, cancellation) =>
        {
            if (step == DeployStep.Confirm)
            {
                var gateway = rig.Instances.Single(instance => instance.Name.Service == ServiceNames.Gateway);
                using var stop = Process.Start("kill", ["-STOP", gateway.Supervised.ReadStatus()!.ChildPid!.Value.ToString(CultureInfo.InvariantCulture)]);
                await stop.WaitForExitAsync(cancellation);
                throw new DeliveryFailure(ExitCode.HostCrashed, "Its hosts have crashed.");
            }
        }));

        failure.Code.ShouldBe(ExitCode.RolledBack, failure.Message);
        rig.Said.ShouldContain("replacing the gateway to put the routes back");
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task Who_may_have_customers_is_not_stopped_and_a_rollback_leaves_it()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");

        var (second, failure) = await FailUnheardAsync(rig, isOnlyMute: false);

        failure.Message.ShouldContain($"Customers may still be on {second}; both it and {first.ReleaseId} were left running.");
        failure.Message.ShouldContain("It was not possible to put the routes back: The gateway does not answer.");
        failure.Message.ShouldEndWith("./build.sh Rollback --env local");
        (await rig.ServedAsync()).ShouldBe(second, "nothing was stopped");
        rig.Instances.Count(instance => instance.Spec!.ReleaseId == first.ReleaseId && instance.Name.Service != ServiceNames.Gateway && instance.IsRunning).ShouldBe(3);
        var row = rig.Ledger.Read()[^1];
        (row.Event, row.Release, row.Serves).ShouldBe((LedgerEvent.DeployFailed, second, true));

        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);

        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
        Hold.Of(rig.Ledger.Read()).Releases.ShouldBe([second]);
    }

    [Fact]
    public async Task Where_the_routes_were_put_back_after_all_a_rollback_stays_on_what_served_before()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("0.9.0");
        var first = await rig.DeployAsync("1.0.0");

        var (second, _) = await FailUnheardAsync(rig, isOnlyMute: true);
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId, "only the answer was lost");
        var rollback = await rig.RollbackAsync();

        (rollback.ReleaseId, rollback.LeftReleaseId).ShouldBe((first.ReleaseId, second));
        rig.Said.ShouldContain($"An earlier command ended before it was done, and {first.ReleaseId} serves");
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.Instances.ShouldNotContain(instance => instance.Spec!.ReleaseId == second);
    }

    [Fact]
    public async Task A_rollback_after_a_deploy_was_unlocked_stays_on_what_serves_too()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("0.9.0");
        var first = await rig.DeployAsync("1.0.0");
        var (inside, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var bundle = await rig.SealAsync(new StubRelease { Version = "1.1.0" });
        var hanging = rig.Service(async (step, _) =>
        {
            if (step == DeployStep.Smoke)
            {
                inside.SetResult();
                await goOn.Task;
            }
        }).DeployAsync(new DeployRequest { BundleDirectory = bundle }, CancellationToken.None);
        await inside.Task;
        rig.Confirmation = new Answer(yes: true);
        await rig.Service().UnlockAsync(new UnlockRequest { Reason = "it hangs" }, CancellationToken.None);

        var rollback = await rig.RollbackAsync();

        (rollback.ReleaseId, rollback.LeftReleaseId).ShouldBe((first.ReleaseId, Path.GetFileName(bundle)));
        goOn.SetResult();
        (await Should.ThrowAsync<DeliveryFailure>(() => hanging)).Code.ShouldBe(ExitCode.LeaseLost);
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
        Hold.Of(rig.Ledger.Read()).Releases.ShouldBe([Path.GetFileName(bundle)]);
    }

    [Fact]
    public async Task A_rollback_whose_switch_and_way_back_went_unheard_leaves_the_schema_to_who_serves()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(new StubRelease
        {
            Version = "1.1.0",
            Database = new { Migrations = StubRelease.TwoMigrations, Grades = new object[] { Grade("0001_First", "safe"), Grade("0002_Second", "needs-down") } },
        });
        var (platform, control) = DeafPlatform.Of(rig.Context.Platform, isOnlyMute: true);
        var failing = new DeliveryService(rig.Context with { Platform = platform, StepBegins = Deafen(control) });
        var failure = await Should.ThrowAsync<DeliveryFailure>(() => failing.RollbackAsync(new RollbackRequest { HoldAll = true }, CancellationToken.None));
        failure.Message.ShouldContain($"To have {first.ReleaseId} alone: ./build.sh Rollback --env local");
        (await rig.ServedAsync()).ShouldBe(second.ReleaseId, "only the answer was lost");
        Hold.Of(rig.Ledger.Read()).Everything.ShouldBeTrue();

        await rig.Service().LiftHoldAsync(new LiftHoldRequest { Reason = "the cause is known" }, CancellationToken.None);
        var refused = await rig.DeployFailingAsync(new StubRelease { Version = "1.2.0" });

        refused.Code.ShouldBe(ExitCode.SchemaNewer);
        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations, "it is what serves that needs them");
        rig.ShouldRunOnly(second.ReleaseId);
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);
        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task A_rollback_that_finds_its_target_serving_can_be_interrupted_and_typed_again()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("0.9.0");
        var first = await rig.DeployAsync("1.0.0");
        var bundle = await rig.SealAsync(new StubRelease { Version = "1.1.0" });
        await DriverProcess.DeployAndDieAsync(rig, bundle, DeployStep.Smoke);
        rig.Confirmation = new Answer(yes: true);
        await rig.Service().UnlockAsync(new UnlockRequest { Reason = "its runner is gone" }, CancellationToken.None);
        var plan = await rig.Service().PlanRollbackAsync(new RollbackRequest(), CancellationToken.None);
        plan.Steps[0].ShouldBe($"end what runs of {Path.GetFileName(bundle)}");
        plan.Drift.ShouldBeEmpty();
        (await rig.Service().StatusAsync(new StatusRequest(), CancellationToken.None)).Rollback!.Target.ShouldBe(first.ReleaseId);
        using var interrupt = new CancellationTokenSource();
        var interrupted = rig.Service(async (step, _) =>
        {
            if (step == DeployStep.Confirm)
            {
                await interrupt.CancelAsync();
            }
        });
        (await Should.ThrowAsync<DeliveryFailure>(() => interrupted.RollbackAsync(new RollbackRequest(), interrupt.Token))).Code.ShouldBe(ExitCode.Interrupted);

        var rollback = await rig.RollbackAsync();

        (rollback.ReleaseId, rollback.LeftReleaseId).ShouldBe((first.ReleaseId, Path.GetFileName(bundle)));
        rig.ShouldRunOnly(first.ReleaseId);
    }

    private static object Grade(string id, string verdict) => new { id, verdict, reasons = verdict == "safe" ? Array.Empty<string>() : ["because"] };

    private static Func<DeployStep, CancellationToken, Task> Deafen(DeafPlatform control) => (step, _) =>
    {
        control.IsDeaf |= step == DeployStep.Confirm;
        return step == DeployStep.Confirm ? throw new DeliveryFailure(ExitCode.HostCrashed, "Its hosts have crashed.") : Task.CompletedTask;
    };

    private static async Task<(string Release, DeliveryFailure Failure)> FailUnheardAsync(Rig rig, bool isOnlyMute)
    {
        var (platform, control) = DeafPlatform.Of(rig.Context.Platform, isOnlyMute);
        var bundle = await rig.SealAsync(new StubRelease { Version = "1.1.0" });
        var service = new DeliveryService(rig.Context with
        {
            Platform = platform,
            StepBegins = Deafen(control),
        });
        var failure = await Should.ThrowAsync<DeliveryFailure>(() => service.DeployAsync(new DeployRequest { BundleDirectory = bundle }, CancellationToken.None));
        return (Path.GetFileName(bundle), failure);
    }
}
