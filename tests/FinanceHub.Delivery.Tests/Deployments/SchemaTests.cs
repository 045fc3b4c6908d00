using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class SchemaTests
{
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
        await rig.DeployAsync(Second("needs-down", downFails: "a table is locked"));

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync());

        var expected = $"{first.ReleaseId} serves, but the schema could not be taken back to what it needs: ";
        failure.Message.ShouldStartWith(expected);
        failure.Message.ShouldContain("a table is locked");
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        var row = rig.Ledger.Read()[^1];
        row.Event.ShouldBe(LedgerEvent.RollbackFailed);
        row.Error!.ShouldStartWith(expected);
        File.ReadAllText(Path.Combine(rig.State.Diagnostics, row.Operation, "README.md")).ShouldContain(expected);
        File.ReadAllText(Directory.EnumerateFiles(rig.State.Incidents).ShouldHaveSingleItem()).ShouldContain($"It failed: {expected}");
        Directory.EnumerateFiles(rig.State.Backups).ShouldNotBeEmpty("what the message says can be put back is there");
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

    private static StubRelease Second(string verdict, string? downFails = null) => new()
    {
        Version = "1.1.0",
        Database = new
        {
            Migrations = StubRelease.TwoMigrations,
            DownFails = downFails,
            Grades = new object[]
            {
                new { id = "0001_First", verdict = "safe", reasons = Array.Empty<string>() },
                new { id = "0002_Second", verdict, reasons = verdict == "safe" ? [] : new[] { "because" } },
            },
        },
    };
}
