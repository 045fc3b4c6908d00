using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Status;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Supervisor;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class RollbackTests
{
    [Fact]
    public async Task Rollbacks_go_further_back_skip_what_they_left_and_stop_when_nothing_good_is_left()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(new StubRelease { Version = "1.1.0", Database = new { Migrations = StubRelease.TwoMigrations } });
        File.Delete(Directory.EnumerateFiles(Path.Combine(rig.State.Releases, first.ReleaseId, "web"), "*.dll").First());

        var damaged = await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync());
        damaged.Code.ShouldBe(ExitCode.ReleaseCorrupt);
        damaged.Message.ShouldContain(first.ReleaseId);
        rig.ShouldRunOnly(second.ReleaseId);
        var readiness = await ReadinessAsync(rig);
        readiness.Ready.ShouldBeFalse();
        readiness.Because.ShouldContain(first.ReleaseId);

        var third = await rig.DeployAsync("1.2.0");
        readiness = await ReadinessAsync(rig);
        readiness.Ready.ShouldBeTrue(readiness.Because);
        readiness.Target.ShouldBe(second.ReleaseId);
        readiness.EtaSeconds.ShouldBeNull();
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(second.ReleaseId);
        (await rig.ServedAsync()).ShouldBe(second.ReleaseId);

        var unknown = await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync("9.9.9"));
        unknown.Code.ShouldBe(ExitCode.NothingToRollBackTo);
        unknown.Message.ShouldContain(third.ReleaseId);
        (await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync("1.1.0"))).Code.ShouldBe(ExitCode.Usage);

        (await rig.RollbackAsync("1.2.0")).ReleaseId.ShouldBe(third.ReleaseId);
        rig.Said.ShouldContain($"warn {third.ReleaseId} was left by a rollback before");
        rig.ShouldRunOnly(third.ReleaseId);

        await rig.DeployAsync("1.3.0");
        readiness = await ReadinessAsync(rig);
        readiness.Target.ShouldBe(third.ReleaseId);
        readiness.EtaSeconds.ShouldNotBeNull().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_release_that_was_deployed_before_there_were_bills_of_materials_is_gone_back_to()
    {
        await using var rig = new Rig();
        var former = await rig.DeployAsync(new StubRelease { Version = "1.0.0", FirstFormat = true });
        var second = await rig.DeployAsync("1.1.0");
        (await ReadinessAsync(rig)).Ready.ShouldBeTrue();

        (await rig.RollbackAsync()).ReleaseId.ShouldBe(former.ReleaseId);

        (await rig.ServedAsync()).ShouldBe(former.ReleaseId);
        rig.ShouldRunOnly(former.ReleaseId);
        var rows = rig.Ledger.Read();
        rows.ShouldAllBe(row => row.Sbom == null || row.Release == second.ReleaseId);
        rows.Single(row => row.Event == LedgerEvent.DeploySucceeded && row.Release == second.ReleaseId).Sbom.ShouldBe(rig.Context.Releases.Peek(second.ReleaseId)!.Manifest.Sbom!.Sha256);
    }

    [Fact]
    public async Task The_schema_stays_and_the_database_was_copied_before_it_changed()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var bundle = await rig.SealAsync(new StubRelease { Version = "1.1.0", Database = new { Migrations = StubRelease.TwoMigrations, Ungraded = true } });
        var second = await rig.Service().DeployAsync(new DeployRequest { BundleDirectory = bundle, AcceptDataLoss = true }, TestContext.Current.CancellationToken);

        await rig.RollbackAsync();

        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations);
        var backup = Directory.EnumerateFiles(rig.State.Backups).ShouldHaveSingleItem();
        Path.GetFileName(backup).ShouldEndWith($"-before-{second.ReleaseId}.db");
        File.ReadAllLines(backup).ShouldBe(["0001_First"]);
        rig.Said.ShouldContain("No release that is here says what all of the database's migrations mean");
    }

    [Fact]
    public async Task An_environment_of_which_every_process_was_killed_can_be_deployed_to_again()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        foreach (var status in rig.Instances.Select(instance => instance.Supervised.ReadStatus()!))
        {
            Kill(status.SupervisorPid);
            Kill(status.ChildPid!.Value);
        }

        await Eventually.TrueAsync(() => rig.Instances.All(instance => !instance.IsAlive && !instance.Supervised.HasOrphans), "all processes gone");
        (await rig.Service().StatusAsync(new StatusRequest(), TestContext.Current.CancellationToken)).ExitCode.ShouldBe(ExitCode.NotDeployed);
        var again = await rig.DeployAsync("1.0.0");

        again.Outcome.ShouldBe(DeployOutcome.Deployed);
        again.ReleaseId.ShouldBe(first.ReleaseId);
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task A_release_whose_API_was_given_up_is_not_taken_for_one_that_serves()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var api = rig.Instances.Single(instance => instance.Name.Service == "api");
        await Eventually.TrueAsync(() =>
        {
            var status = api.Supervised.ReadStatus()!;
            if (status is { State: InstanceState.Starting or InstanceState.Running, ChildPid: { } child })
            {
                KillIfThere(child);
            }

            return status.State == InstanceState.Failed;
        }, "the supervisor gives up");

        var again = await rig.DeployAsync("1.0.0");

        again.Outcome.ShouldBe(DeployOutcome.Deployed);
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    private static async Task<RollbackReadiness> ReadinessAsync(Rig rig) =>
        (await rig.Service().StatusAsync(new StatusRequest(), TestContext.Current.CancellationToken)).Rollback!;

    private static void KillIfThere(int processId)
    {
        try
        {
            Kill(processId);
        }
        catch (ArgumentException)
        {
            // The one that was read about has ended already.
        }
    }

    private static void Kill(int processId)
    {
        using var process = System.Diagnostics.Process.GetProcessById(processId);
        process.Kill();
    }

    [Fact]
    public async Task A_rollback_whose_target_does_not_start_is_told_and_takes_the_release_before_it_the_next_time()
    {
        await using var rig = new Rig();
        var oldest = await rig.DeployAsync("1.0.0");
        await rig.DeployAsync("1.1.0");
        var serving = await rig.DeployAsync("1.2.0");
        var failing = rig.Service((step, _) => step == DeployStep.Ready ? throw new DeliveryFailure(ExitCode.HostCrashed, "The api of 1.1.0 has crashed.") : Task.CompletedTask);

        (await Should.ThrowAsync<DeliveryFailure>(() => failing.RollbackAsync(new RollbackRequest(), CancellationToken.None))).Code.ShouldBe(ExitCode.HostCrashed);

        rig.Said.ShouldContain($"The same command takes {oldest.ReleaseId} next: ./build.sh Rollback --env local");
        rig.ShouldRunOnly(serving.ReleaseId);
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(oldest.ReleaseId);
    }
}
