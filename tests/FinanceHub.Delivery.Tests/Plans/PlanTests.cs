using FinanceHub.Delivery.Plans;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Plans;

public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_says_what_a_deploy_does_and_an_approved_one_does_exactly_that()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var next = await rig.SealAsync(new StubRelease { Version = "1.1.0", Database = new { Migrations = StubRelease.TwoMigrations } });
        var rows = rig.Ledger.Read().Count;

        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = next }, TestContext.Current.CancellationToken);

        plan.Current!.ReleaseId.ShouldBe(first.ReleaseId);
        plan.Migrations.Select(grade => grade.Id).ShouldBe(["0002_Second"]);
        plan.Services.Single(service => service.Service == ServiceNames.Database).Change.ShouldBe("changed");
        plan.Settings.ShouldBeEmpty();
        plan.Packages.ShouldBeEmpty();
        plan.CreatesDatabase.ShouldBeFalse();
        rig.Said.ShouldContain("Packages     unchanged");
        plan.Drift.ShouldBeEmpty();
        plan.Eta!.Runs.ShouldBe(1);
        rig.Said.ShouldContain($"--approved {plan.Hash()}");
        rig.Ledger.Read().Count.ShouldBe(rows);
        rig.ShouldRunOnly(first.ReleaseId);
        (await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = next }, TestContext.Current.CancellationToken)).Hash().ShouldBe(plan.Hash(), "the same world has the same plan");

        var deployed = await rig.Service().DeployAsync(new DeployRequest { BundleDirectory = next, Approved = plan.Hash() }, TestContext.Current.CancellationToken);

        deployed.ReleaseId.ShouldBe(plan.Wanted.ReleaseId);
    }

    [Fact]
    public async Task An_approved_plan_is_refused_when_the_world_has_moved_and_says_how()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var next = await rig.SealAsync(new StubRelease { Version = "1.2.0" });
        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = next }, TestContext.Current.CancellationToken);
        var between = await rig.DeployAsync("1.1.0");

        var refused = await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().DeployAsync(new DeployRequest { BundleDirectory = next, Approved = plan.Hash() }, TestContext.Current.CancellationToken));

        refused.Code.ShouldBe(ExitCode.PlanChanged);
        refused.Message.ShouldContain(between.ReleaseId);
        rig.ShouldRunOnly(between.ReleaseId);
        (await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().DeployAsync(new DeployRequest { BundleDirectory = next, Approved = "../ledger" }, TestContext.Current.CancellationToken)))
            .Code.ShouldBe(ExitCode.PlanChanged);
    }

    [Fact]
    public async Task An_approved_plan_is_refused_when_what_makes_the_bake_fail_or_a_setting_is_another_by_now()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        rig.Environment = rig.Environment with { Strategy = rig.Environment.Strategy with { Bake = new() { Duration = TimeSpan.FromMilliseconds(10) } } };
        var next = await rig.SealAsync(new StubRelease { Version = "1.1.0" });
        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = next }, TestContext.Current.CancellationToken);
        rig.Said.ShouldContain("traffic is put back for 1 points more errors");
        var agreed = rig.Environment;

        rig.Environment = agreed with { Strategy = agreed.Strategy with { Bake = agreed.Strategy.Bake with { MaximumErrorRateIncrease = 0.5 } } };
        await IsRefusedAsync();
        rig.Environment = agreed with { Standby = false };
        await IsRefusedAsync();

        rig.Environment = agreed;
        (await rig.Service().DeployAsync(new DeployRequest { BundleDirectory = next, Approved = plan.Hash() }, TestContext.Current.CancellationToken)).Outcome.ShouldBe(DeployOutcome.Deployed);

        async Task IsRefusedAsync() => (await Should.ThrowAsync<DeliveryFailure>(() =>
            rig.Service().DeployAsync(new DeployRequest { BundleDirectory = next, Approved = plan.Hash() }, TestContext.Current.CancellationToken))).Code.ShouldBe(ExitCode.PlanChanged);
    }

    [Fact]
    public async Task An_approved_rollback_is_refused_when_the_world_has_moved()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync("1.1.0");
        var plan = await rig.Service().PlanRollbackAsync(new RollbackRequest(), TestContext.Current.CancellationToken);
        var worker = rig.Instances.Single(instance => instance.Name.Service == ServiceNames.Worker);
        await worker.Supervised.StopAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        var refused = await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().RollbackAsync(new RollbackRequest { Approved = plan.Hash() }, TestContext.Current.CancellationToken));

        refused.Code.ShouldBe(ExitCode.PlanChanged);
        (await rig.ServedAsync()).ShouldBe(second.ReleaseId);
    }

    [Fact]
    public async Task A_plan_tells_of_the_database_that_is_created_the_gateway_that_is_replaced_and_what_is_not_kept()
    {
        await using var rig = new Rig();
        rig.Environment = rig.Environment with { Standby = false };
        var bundle = await rig.SealAsync(new StubRelease { Version = "1.0.0" });
        var first = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = bundle }, TestContext.Current.CancellationToken);
        first.Steps[0].ShouldBe("create the database");
        rig.Said.ShouldContain("Schema       created");
        var release = (await rig.DeployAsync("1.0.0")).ReleaseId;

        var next = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = await rig.SealAsync(new StubRelease { Version = "1.1.0", GatewayMark = "another" }) }, TestContext.Current.CancellationToken);

        next.Steps.ShouldContain("replace the gateway by the release's own, behind the same socket");
        next.Steps.ShouldContain($"drain {release} and stop it");
        next.CreatesDatabase.ShouldBeFalse("nothing is pending, and it is there");
        next.Steps.ShouldNotContain("create the database");
        first.Steps.ShouldNotContain(step => step.StartsWith("replace the gateway", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_tells_that_something_else_serves_than_what_the_ledger_says()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync("1.1.0");
        rig.Ledger.Append(rig.Ledger.Read()[^1] with { Release = first.ReleaseId });

        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = await rig.SealAsync(new StubRelease { Version = "1.2.0" }) }, TestContext.Current.CancellationToken);

        plan.Drift.ShouldHaveSingleItem().ShouldBe($"The ledger says that {first.ReleaseId} serves; what serves is {second.ReleaseId}");
    }

    [Fact]
    public async Task The_plan_of_a_rollback_tells_the_target_the_warm_hosts_and_the_hold()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync("1.1.0");

        var plan = await rig.Service().PlanRollbackAsync(new RollbackRequest(), TestContext.Current.CancellationToken);

        plan.Wanted.ReleaseId.ShouldBe(first.ReleaseId);
        plan.Steps.ShouldContain(step => step.Contains("kept warm", StringComparison.Ordinal));
        plan.Steps.ShouldContain($"hold {second.ReleaseId}");
        rig.ShouldRunOnly(second.ReleaseId);
        (await rig.Service().RollbackAsync(new RollbackRequest { Approved = plan.Hash() }, TestContext.Current.CancellationToken)).ReleaseId.ShouldBe(first.ReleaseId);
    }

    [Fact]
    public async Task A_plan_tells_what_would_be_refused_and_where_reality_differs_from_the_ledger()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var bad = new StubRelease { Version = "1.1.0" };
        await rig.DeployAsync(bad);
        await rig.RollbackAsync();
        await rig.Instances.Single(instance => instance.Name.Service == "worker").Supervised.StopAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = await rig.SealAsync(bad) }, TestContext.Current.CancellationToken);

        plan.Obstacles.ShouldHaveSingleItem().ShouldContain("LiftHold");
        plan.Drift.ShouldHaveSingleItem().ShouldContain("worker");
    }

    [Fact]
    public void An_ETA_is_the_median_of_what_such_commands_took()
    {
        var rows = Enumerable.Range(1, 20).Select(second => new FinanceHub.Delivery.Ledger.LedgerRow
        {
            At = DateTimeOffset.UnixEpoch,
            Event = FinanceHub.Delivery.Ledger.LedgerEvent.RollbackSucceeded,
            Operation = "o",
            Actor = "a",
            Durations = new Dictionary<string, double> { ["start"] = second * 600, ["smoke"] = second * 400 },
        }).ToList();

        PlanCalculator.EtaOf(PlanKind.Rollback, rows).ShouldBe(new Eta(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(19), 20));
        PlanCalculator.EtaOf(PlanKind.Deploy, rows).ShouldBeNull();
    }
}
