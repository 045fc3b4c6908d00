using System.Text.Json;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Rehearsal;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Rehearsal;

public sealed class RehearsalTests
{
    private static readonly object[] NeedsDown = Grades("needs-down", "it drops what the older one reads");
    private static readonly object[] OneWay = Grades("one-way", "it drops what nobody can make again");

    [Fact]
    public async Task A_release_that_can_be_taken_back_passes_and_leaves_nothing_but_the_report()
    {
        await using var rig = new Rig();
        var serving = await rig.DeployAsync("1.0.0");
        var rows = rig.Ledger.Read().Count;

        var report = await RehearseAsync(rig, new StubRelease { Version = "1.1.0", Database = new { Migrations = StubRelease.TwoMigrations, Grades = NeedsDown } });

        report.ExitCode.ShouldBe(ExitCode.Success, report.Summary);
        report.Steps.ShouldAllBe(step => step.Verdict == "pass");
        report.Steps.Select(step => step.Name).ShouldBe(
        [
            "deploy N", "seed", "migrate to the schema of N+1 while N serves", "smoke N on the schema of N+1", "deploy N+1", "smoke N+1", "roll back to N", "smoke N again", "count and verify the data",
        ]);
        report.Migrations.ShouldHaveSingleItem().ShouldContain("0002_Second");
        report.RowsBefore!["rows"].ShouldBe(3);
        report.RowsAfter.ShouldBe(report.RowsBefore);
        ShouldBeUntouched(rig, rows);
        (await rig.ServedAsync()).ShouldBe(serving.ReleaseId);
    }

    [Fact]
    public async Task Rows_that_the_way_back_loses_are_told()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var rows = rig.Ledger.Read().Count;

        var report = await RehearseAsync(rig, new StubRelease
        {
            Version = "1.1.0",
            Database = new { Migrations = StubRelease.TwoMigrations, Grades = NeedsDown, DownLosesRow = true },
        });

        report.ExitCode.ShouldBe(ExitCode.DataLoss);
        report.Summary.ShouldContain("count and verify the data: What customers have is not what it was: rows: 3 before, 2 after");
        ShouldBeUntouched(rig, rows);
    }

    [Fact]
    public async Task A_step_that_fails_is_told_and_what_comes_after_it_is_not_evaluated()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var rows = rig.Ledger.Read().Count;

        var report = await RehearseAsync(rig, new StubRelease { Version = "1.1.0", Api = new { CrashAtStart = true } });

        report.ExitCode.ShouldBe(ExitCode.HostCrashed);
        report.Steps.Single(step => step.Verdict == "fail").Name.ShouldBe("deploy N+1");
        var diagnosis = Directory.EnumerateFiles(rig.State.Diagnostics, "README.md", SearchOption.AllDirectories).ShouldHaveSingleItem();
        File.ReadAllText(diagnosis).ShouldContain("The api host ended with exit code");
        rig.Said.ShouldContain($"error What is known about it was moved to {Path.GetDirectoryName(diagnosis)}");
        report.Steps.SkipWhile(step => step.Verdict == "pass").Skip(1).ShouldAllBe(step => step.Verdict == "not-evaluated" && step.Seconds == null);
        ShouldBeUntouched(rig, rows);
    }

    [Fact]
    public async Task What_cannot_be_taken_back_does_not_pass()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");

        var report = await RehearseAsync(rig, new StubRelease
        {
            Version = "1.1.0",
            Database = new { Migrations = StubRelease.TwoMigrations, Grades = OneWay },
        });

        report.ExitCode.ShouldBe(ExitCode.DataLoss);
        report.Summary.ShouldContain("migrate to the schema of N+1 while N serves");
    }

    [Fact]
    public async Task Without_a_release_to_go_back_to_nothing_is_rehearsed_and_that_is_no_success()
    {
        await using var rig = new Rig();
        var release = new StubRelease { Version = "1.0.0" };

        (await Should.ThrowAsync<DeliveryFailure>(() => RehearseAsync(rig, release))).Code.ShouldBe(ExitCode.NotDeployed);
        await rig.DeployAsync(release);
        var same = await Should.ThrowAsync<DeliveryFailure>(() => RehearseAsync(rig, release));

        same.Code.ShouldBe(ExitCode.NotDeployed);
        same.Message.ShouldContain("so nothing was rehearsed");
    }

    [Fact]
    public async Task Two_at_once_are_refused_and_what_was_interrupted_leaves_nothing()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var rows = rig.Ledger.Read().Count;
        var bundle = await rig.SealAsync(new StubRelease { Version = "1.1.0" });
        await using (await Stage.SetAsync(rig.Context))
        {
            (await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().RehearseAsync(new RehearseRequest { BundleDirectory = bundle }, CancellationToken.None))).Code.ShouldBe(ExitCode.LockHeld);
        }

        using var interrupt = new CancellationTokenSource();
        var rehearsal = rig.Service().RehearseAsync(new RehearseRequest { BundleDirectory = bundle }, interrupt.Token);
        await FinanceHub.Testing.Eventually.TrueAsync(() => rig.Said.Contains("Rehearsal: smoke N on the schema of N+1", StringComparison.Ordinal), "the rehearsal is half-way");
        await interrupt.CancelAsync();

        (await Should.ThrowAsync<DeliveryFailure>(() => rehearsal)).Code.ShouldBe(ExitCode.Interrupted);
        ShouldBeUntouched(rig, rows);
    }

    [Fact]
    public async Task What_a_killed_rehearsal_left_running_is_told_by_Status_and_removed_by_Stop()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        await using var killed = new Rig(rig.State.Root + ".rehearsal");
        await killed.DeployAsync("1.0.0");

        await rig.Service().StatusAsync(new StatusRequest(), CancellationToken.None);
        rig.Said.ShouldContain($"warn A rehearsal of '{rig.Environment.Name}' was killed, and its hosts may still run. Remove them: ./build.sh Stop --env {rig.Environment.Name}");
        await rig.Service().StopAsync(new StopRequest(), CancellationToken.None);

        killed.Instances.ShouldBeEmpty();
        Directory.Exists(killed.State.Root).ShouldBeFalse();
        Directory.Exists(rig.State.Root).ShouldBeTrue();
    }

    [Fact]
    public async Task Standard_output_is_the_report_and_nothing_else()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");

        var report = await rig.Service().RehearseAsync(new RehearseRequest { BundleDirectory = await rig.SealAsync(new StubRelease { Version = "1.1.0" }), Json = true }, CancellationToken.None);

        var said = rig.Said.Split('\n');
        var start = Array.FindIndex(said, line => line.StartsWith("data ", StringComparison.Ordinal));
        said.Skip(start + 1).ShouldNotContain(line => line.StartsWith("data ", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(string.Join('\n', said.Skip(start).TakeWhile(line => line != "}")).Remove(0, "data ".Length) + "}");
        json.RootElement.GetProperty("steps").GetArrayLength().ShouldBe(report.Steps.Count);
    }

    private static object[] Grades(string verdict, params string[] reasons) => [new { id = "0001_First", verdict = "safe", reasons = Array.Empty<string>() }, new { id = "0002_Second", verdict, reasons }];

    private static async Task<RehearsalReport> RehearseAsync(Rig rig, StubRelease next) =>
        await rig.Service().RehearseAsync(new RehearseRequest { BundleDirectory = await rig.SealAsync(next) }, TestContext.Current.CancellationToken);

    private static void ShouldBeUntouched(Rig rig, int rows)
    {
        rig.Ledger.Read().Count.ShouldBe(rows);
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(rig.State.Root)!).Select(Path.GetFileName).ShouldNotContain(name => name!.Contains("rehearsal", StringComparison.Ordinal));
        rig.Instances.Count.ShouldBe(4);
    }
}
