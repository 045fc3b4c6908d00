using FinanceHub.Delivery.Incidents;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Incidents;

public sealed class IncidentNoteTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_note_begins_with_the_deploy_of_the_release_that_had_to_go()
    {
        var note = IncidentNote.Render(Facts());

        note.ShouldStartWith("# prod: b had to go\n");
        note.ShouldContain("ann@host rolled back to a, which served again 1.5 s after the command, because: numbers \\| are wrong");
        note.ShouldContain("- In service for 20 min 0 s.");
        note.ShouldContain("- 200 requests to it, 10 of them failed (5.0 %)");
        note.ShouldContain("| 2026-03-04 03:20:00 | rollback-succeeded | a | - | ann@host | numbers \\| are wrong |");
        note.ShouldNotContain("| 2026-03-04 02:00:00 |");
        note.ShouldContain("- Change the sum");
        note.ShouldContain("- Cause:");
    }

    [Fact]
    public void A_release_that_only_its_own_deploy_sent_traffic_to_was_not_in_service()
    {
        var facts = Facts();
        LedgerRow[] rows = [.. facts.Rows.Where(row => row.Sequence != 3)];

        IncidentNote.Render(facts with { Rows = rows }).ShouldContain("- It was not in service: only its own deploy sent it traffic.");
        IncidentNote.Render(facts with { Rows = rows, Traffic = null }).ShouldContain("- It never was in service.");
    }

    [Fact]
    public void A_rollback_that_failed_says_why()
    {
        var facts = Facts();
        var failed = facts.Outcome with { Event = LedgerEvent.RollbackFailed, Error = "the port is taken" };

        IncidentNote.Render(facts with { Outcome = failed, Restored = null, Traffic = null, Subjects = null })
            .ShouldContain("tried to roll back to a, because: numbers \\| are wrong. It failed: the port is taken");
    }

    [Fact]
    public async Task A_rollback_leaves_a_note_and_a_failed_deploy_all_that_is_known_about_it()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        await rig.DeployFailingAsync(new StubRelease { Version = "1.1.0", Api = new { CrashAtStart = true } });
        var failed = Path.Combine(rig.State.Diagnostics, rig.Ledger.Read()[^1].Operation);
        File.ReadAllText(Path.Combine(failed, "README.md")).ShouldContain("The api host ended with exit code");
        File.ReadAllText(Path.Combine(failed, "plan.txt")).ShouldContain("1.1.0");
        File.ReadAllText(Path.Combine(failed, "log-api.txt")).ShouldContain("crashing at start");
        rig.Said.ShouldContain(failed);
        var second = await rig.DeployAsync("1.2.0");

        await rig.RollbackAsync();

        var note = File.ReadAllText(Directory.EnumerateFiles(rig.State.Incidents).ShouldHaveSingleItem());
        note.ShouldContain($"{second.ReleaseId} had to go");
        note.ShouldContain("rollback-succeeded");
        rig.Said.ShouldContain("The incident note to be completed is");
    }

    [Fact]
    public async Task A_note_that_cannot_be_written_changes_nothing()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        await rig.DeployAsync("1.1.0");
        await File.WriteAllTextAsync(rig.State.Incidents, "in the way", TestContext.Current.CancellationToken);

        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);

        rig.Said.ShouldContain("warn The incident note could not be written");
        File.Delete(rig.State.Incidents);
    }

    private static IncidentFacts Facts()
    {
        LedgerRow[] rows =
        [
            Row(1, -60, LedgerEvent.DeploySucceeded, "a"),
            Row(2, -1, LedgerEvent.DeployStarted, "b"),
            Row(3, 0, LedgerEvent.DeploySucceeded, "b"),
            Row(4, 20, LedgerEvent.RollbackStarted, "a") with { Operation = "rollback" },
            Row(5, 20, LedgerEvent.RollbackSucceeded, "a") with { Operation = "rollback", Previous = "b", Reason = "numbers | are wrong" },
        ];
        return new IncidentFacts
        {
            Environment = "prod",
            Left = "b",
            Target = "a",
            Rows = rows,
            Outcome = rows[^1],
            Restored = TimeSpan.FromSeconds(1.5),
            Traffic = new ReleaseFigures(200, 10, new LatencyHistogram([10, 100], [150, 50, 0])),
            Subjects = ["Change the sum"],
            Schema = "safe",
        };
    }

    private static LedgerRow Row(long sequence, int minutes, LedgerEvent what, string release) => new()
    {
        Sequence = sequence,
        At = Start.AddMinutes(minutes),
        Event = what,
        Operation = $"{sequence}",
        Release = release,
        Actor = "ann@host",
    };
}
