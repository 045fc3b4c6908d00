using System.Globalization;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class SchemaTests
{
    private static readonly string[] Because = ["because"];

    [Fact]
    public async Task A_rollback_over_a_safe_migration_leaves_the_schema()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        await rig.DeployAsync(Second("safe"));

        await rig.RollbackAsync();

        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations);
    }

    [Fact]
    public async Task A_rollback_over_a_migration_that_the_older_release_cannot_live_with_takes_it_back_with_the_newer_tool()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(Second("needs-down"));
        await using var load = rig.Load();

        await rig.RollbackAsync();

        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
        rig.Said.ShouldContain("0002_Second is needs-down: because");
        Directory.EnumerateFiles(rig.State.Backups).ShouldContain(file => file.EndsWith($"-before-{second.ReleaseId}-down.db", StringComparison.Ordinal));
        var report = await load.StopAsync();
        report.Failed.ShouldBe(0, report.ToString());
        report.Succeeded.ShouldBeGreaterThan(0);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task Where_the_schema_cannot_be_taken_back_everybody_is_told_that_the_release_serves_all_the_same()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(Second("needs-down", downFails: "a table is locked"));

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync());

        var expected = $"{first.ReleaseId} serves, but the schema could not be taken back to what it needs: ";
        failure.Message.ShouldStartWith(expected);
        failure.Message.ShouldContain("a table is locked");
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        var row = rig.Ledger.Read()[^1];
        (row.Event, row.Serves).ShouldBe((LedgerEvent.RollbackFailed, true));
        Hold.Of(rig.Ledger.Read()).Releases.ShouldBe([second.ReleaseId]);
        row.Error!.ShouldStartWith(expected);
        File.ReadAllText(Path.Combine(rig.State.Diagnostics, row.Operation, "README.md")).ShouldContain(expected);
        File.ReadAllText(Directory.EnumerateFiles(rig.State.Incidents).ShouldHaveSingleItem()).ShouldContain($"It failed: {expected}");

        Unlock(rig);
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId, "it finishes what it began");

        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
        rig.ShouldRunOnly(first.ReleaseId);
        rig.Ledger.Read()[^1].Event.ShouldBe(LedgerEvent.RollbackSucceeded);
        Hold.Of(rig.Ledger.Read()).Releases.ShouldBe([second.ReleaseId]);
    }

    [Fact]
    public async Task A_rollback_that_was_to_hold_everything_does_so_even_if_the_schema_could_not_be_taken_back()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        await rig.DeployAsync(Second("needs-down", downFails: "a table is locked"));

        await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().RollbackAsync(new RollbackRequest { HoldAll = true }, CancellationToken.None));

        Hold.Of(rig.Ledger.Read()).Everything.ShouldBeTrue();
    }

    [Fact]
    public async Task A_release_of_which_only_the_database_tool_is_whole_can_still_take_its_schema_back()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(Second("needs-down"));
        Damage(rig, second.ReleaseId, "api");

        await rig.RollbackAsync();

        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task A_database_tool_that_is_not_whole_is_not_used_and_the_target_is_tested_on_the_schema_as_it_is()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(Second("needs-down"));
        Damage(rig, second.ReleaseId, "database");

        await rig.RollbackAsync();

        rig.Said.ShouldContain($"warn The database tool of {second.ReleaseId} is not used");
        rig.Said.ShouldContain("they are left as they are");
        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task What_is_safe_stays_when_a_deploy_on_top_of_it_fails()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        await rig.DeployAsync(Second("safe"));
        await rig.RollbackAsync();
        var third = Release("1.2.0", ("0001_First", "safe"), ("0002_Second", "safe"), ("0003_Third", "needs-down"));

        await rig.DeployFailingAsync(third with { Api = new { CrashAtStart = true } });

        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations, "customers may have put something into it");
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task What_was_stopped_finds_its_schema_again_after_a_deploy_that_failed()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        await rig.Service().StopAsync(new StopRequest(), CancellationToken.None);

        await rig.DeployFailingAsync(Second("needs-down") with { Api = new { CrashAtStart = true } });

        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
    }

    [Fact]
    public async Task A_rollback_passes_over_a_release_whose_schema_is_not_there()
    {
        await using var rig = new Rig();
        var oldest = await rig.DeployAsync("0.9.0");
        var first = await rig.DeployAsync(Release("1.0.0", ("0001_First", "safe"), ("0001_More", "needs-down")));
        var second = await rig.DeployAsync(Release("1.1.0", ("0001_First", "safe"), ("0001_More", "needs-down"), ("0002_Second", "needs-down")));
        await rig.DeployAsync(Release("1.2.0", ("0001_First", "safe"), ("0001_More", "needs-down"), ("0002_Second", "needs-down"), ("0003_Third", "needs-down")));
        await rig.RollbackAsync(first.ReleaseId);

        var status = await rig.Service().StatusAsync(new StatusRequest(), CancellationToken.None);
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(oldest.ReleaseId);

        (status.Rollback!.Ready, status.Rollback.Target).ShouldBe((true, oldest.ReleaseId));
        status.Rollback.Because.ShouldContain($"{second.ReleaseId} needs 0002_Second");
        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
    }

    [Fact]
    public async Task A_one_way_migration_is_refused_in_both_directions_unless_the_loss_is_accepted()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var refused = await rig.DeployFailingAsync(Second("one-way"));
        refused.Code.ShouldBe(ExitCode.DataLoss);
        refused.Message.ShouldContain("--accept-data-loss");
        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
        rig.ShouldRunOnly(first.ReleaseId);

        var bundle = await rig.SealAsync(Second("one-way"));
        var second = await rig.Service().DeployAsync(new DeployRequest { BundleDirectory = bundle, AcceptDataLoss = true }, TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync())).Code.ShouldBe(ExitCode.DataLoss);
        rig.ShouldRunOnly(second.ReleaseId);
        var readiness = (await rig.Service().StatusAsync(new StatusRequest(), TestContext.Current.CancellationToken)).Rollback!;
        (readiness.Ready, readiness.Target, readiness.Schema).ShouldBe((false, first.ReleaseId, "one-way"));
        readiness.Because.ShouldContain("0002_Second");

        await rig.Service().RollbackAsync(new RollbackRequest { AcceptDataLoss = true }, TestContext.Current.CancellationToken);
        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task Grades_that_somebody_edited_are_not_used_but_the_release_can_be_left_and_its_schema_stays()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(Second("needs-down"));
        ReleaseFiles.Edit(Path.Combine(rig.State.Releases, second.ReleaseId, "release.json"), node => node["migrations"]!["grades"]![1]!["verdict"] = "safe");

        await rig.RollbackAsync();

        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations);
        rig.Said.ShouldContain($"warn What {second.ReleaseId} says of itself is not used, nor what it says of its migrations");
        rig.Said.ShouldContain("release.json has changed");
        rig.ShouldRunOnly(first.ReleaseId);
        (await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync("1.1.0"))).Code.ShouldBe(ExitCode.ReleaseCorrupt);
    }

    [Theory]
    [InlineData("needs-down", false)]
    [InlineData("needs-down", true)]
    [InlineData("safe", false)]
    public async Task A_release_that_does_not_come_into_service_takes_its_schema_along_unless_that_is_safe(string verdict, bool killed)
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = Second(verdict);
        if (killed)
        {
            await DriverProcess.DeployAndDieAsync(rig, await rig.SealAsync(second), DeployStep.Smoke);
            File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations);
            (await rig.DeployAsync("1.2.0")).PreviousReleaseId.ShouldBe(first.ReleaseId);
        }
        else
        {
            (await rig.DeployFailingAsync(second with { Api = new { CrashAtStart = true } })).Code.ShouldBe(ExitCode.HostCrashed);
            rig.ShouldRunOnly(first.ReleaseId);
        }

        File.ReadAllLines(rig.State.Database).ShouldBe(verdict == "safe" ? StubRelease.TwoMigrations : ["0001_First"]);
    }

    [Fact]
    public async Task A_schema_that_stays_after_a_failed_deploy_is_told_and_tried_again_by_the_next_command()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var failure = await rig.DeployFailingAsync(Second("needs-down", downFails: "a table is locked") with { Api = new { CrashAtStart = true } });
        failure.Code.ShouldBe(ExitCode.HostCrashed);
        failure.Message.ShouldContain($"The schema could not be taken back to what {first.ReleaseId} needs: The database tool of the release failed: a table is locked");
        failure.Message.ShouldStartWith(rig.Ledger.Read()[^1].Error!);
        (await rig.DeployFailingAsync(new StubRelease { Version = "1.1.1", Api = new { CrashAtStart = true } })).Code.ShouldBe(ExitCode.HostCrashed);
        rig.Said.ShouldContain($"warn The schema could not be taken back to what {first.ReleaseId} needs");
        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations);

        Unlock(rig);
        var third = await rig.DeployAsync("1.2.0");

        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
        rig.ShouldRunOnly(third.ReleaseId);
    }

    [Fact]
    public async Task What_would_lose_data_stays_after_a_failed_deploy_and_is_told()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var bundle = await rig.SealAsync(Second("one-way") with { Api = new { CrashAtStart = true } });

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().DeployAsync(new DeployRequest { BundleDirectory = bundle, AcceptDataLoss = true }, CancellationToken.None));

        failure.Message.ShouldContain("because taking it back would lose data: 0002_Second is one-way: because.");
        rig.ShouldRunOnly(first.ReleaseId);
        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations);
    }

    [Fact]
    public async Task Going_further_back_takes_the_schema_back_with_a_release_that_knows_all_that_is_applied()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(Second("needs-down"));
        var third = await rig.DeployAsync(Release("1.2.0", ("0001_First", "safe"), ("0002_Second", "needs-down"), ("0003_Third", "safe")));
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(second.ReleaseId);
        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First", "0002_Second", "0003_Third"], "what is safe stays");

        var plan = await rig.Service().PlanRollbackAsync(new RollbackRequest(), CancellationToken.None);
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);

        plan.Migrations.Select(grade => grade.Id).ShouldBe(["0002_Second", "0003_Third"]);
        File.ReadAllLines(rig.State.Database).ShouldBe(["0001_First"]);
        Directory.EnumerateFiles(rig.State.Backups).ShouldContain(file => file.EndsWith($"-before-{third.ReleaseId}-down.db", StringComparison.Ordinal));
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task A_release_whose_schema_is_not_there_is_deployed_and_not_rolled_back_to()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync(Second("needs-down"));
        await rig.RollbackAsync();

        var refused = await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync(second.ReleaseId));

        refused.Code.ShouldBe(ExitCode.NothingToRollBackTo);
        refused.Message.ShouldContain("needs 0002_Second, which the database lacks");
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Theory]
    [InlineData("needs-down")]
    [InlineData("one-way")]
    public async Task A_release_that_does_not_know_what_the_database_has_and_cannot_live_with_it_is_refused(string verdict)
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var second = await rig.Service().DeployAsync(new DeployRequest { BundleDirectory = await rig.SealAsync(Second(verdict)), AcceptDataLoss = true }, CancellationToken.None);
        var reverted = await rig.SealAsync(new StubRelease { Version = "1.2.0" });

        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = reverted }, CancellationToken.None);
        var refused = await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().DeployAsync(new DeployRequest { BundleDirectory = reverted }, CancellationToken.None));

        refused.Code.ShouldBe(ExitCode.SchemaNewer);
        refused.Message.ShouldContain($"does not know 0002_Second, which the database has, and cannot live with that: 0002_Second is {verdict}: because");
        plan.Obstacles.ShouldHaveSingleItem().ShouldBe(refused.Message);
        File.ReadAllLines(rig.State.Database).ShouldBe(StubRelease.TwoMigrations);
        rig.ShouldRunOnly(second.ReleaseId);
    }

    [Fact]
    public async Task A_hotfix_that_lacks_one_of_several_migrations_is_refused_for_that_one()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        await rig.DeployAsync(Second("needs-down"));

        var refused = await rig.DeployFailingAsync(Release("1.2.0", ("0001_First", "safe"), ("0003_Third", "safe")));

        refused.Code.ShouldBe(ExitCode.SchemaNewer);
        refused.Message.ShouldContain("does not know 0002_Second,");
    }

    [Fact]
    public async Task A_release_that_does_not_know_what_the_database_has_is_deployed_if_it_can_live_with_it_or_who_serves_cannot_either()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        await rig.DeployAsync(Second("safe"));
        (await rig.DeployAsync("1.2.0")).Outcome.ShouldBe(DeployOutcome.Deployed);
        await rig.RollbackAsync(first.ReleaseId);
        await rig.DeployAsync(Release("1.3.0", "a table is locked", ("0001_First", "safe"), ("0002_Second", "safe"), ("0003_Third", "needs-down")));
        await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync(first.ReleaseId));
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);

        (await rig.DeployAsync("1.4.0")).Outcome.ShouldBe(DeployOutcome.Deployed, "it may be what repairs it");

        Unlock(rig);
    }

    [Fact]
    public async Task What_nobody_has_graded_may_lose_data()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");

        var refused = await rig.DeployFailingAsync(new StubRelease { Version = "1.1.0", Database = new { Migrations = StubRelease.TwoMigrations, Ungraded = true } });

        refused.Code.ShouldBe(ExitCode.DataLoss);
        refused.Message.ShouldContain("0002_Second is one-way: the release does not say what going back over it takes");
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Theory]
    [InlineData("safe", "info Rollback ready after that: yes, to {0}: its files are whole")]
    [InlineData("needs-down", "info Rollback ready after that: yes, to {0}: its files are whole")]
    [InlineData("one-way", "warn Rollback ready after that: no, to {0}: data would be lost: 0002_Second is one-way: because")]
    public async Task A_plan_says_whether_there_will_be_a_way_back(string verdict, string expected)
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var bundle = await rig.SealAsync(Second(verdict));

        await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = bundle }, CancellationToken.None);

        rig.Said.ShouldContain(string.Format(CultureInfo.InvariantCulture, expected, first.ReleaseId));
    }

    private static void Unlock(Rig rig) => File.WriteAllText(rig.State.Database + ".unlocked", "");

    private static void Damage(Rig rig, string releaseId, string service) =>
        File.AppendAllText(Directory.EnumerateFiles(Path.Combine(rig.State.Releases, releaseId, service), "*.dll").First(), "x");

    private static StubRelease Second(string verdict, string? downFails = null) => Release("1.1.0", downFails, ("0001_First", "safe"), ("0002_Second", verdict));

    private static StubRelease Release(string version, params (string Id, string Verdict)[] grades) => Release(version, null, grades);

    private static StubRelease Release(string version, string? downFails, params (string Id, string Verdict)[] grades) => new()
    {
        Version = version,
        Database = new
        {
            Migrations = grades.Select(grade => grade.Id),
            DownFails = downFails,
            Grades = grades.Select(grade => new { id = grade.Id, verdict = grade.Verdict, reasons = grade.Verdict == "safe" ? [] : Because }),
        },
    };
}
