using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.History;

public sealed class HistoryTests
{
    [Fact]
    public async Task A_history_tells_who_did_what_and_notices_that_somebody_changed_it()
    {
        await using var rig = new Rig();
        (await rig.Service().HistoryAsync(new HistoryRequest())).Rows.ShouldBeEmpty();
        var first = await rig.DeployAsync("1.0.0");
        await rig.DeployFailingAsync(new StubRelease { Version = "1.1.0", Api = new { CrashAtStart = true } });

        var report = await rig.Service().HistoryAsync(new HistoryRequest { Verify = true });

        report.ExitCode.ShouldBe(ExitCode.Success);
        rig.Said.ShouldContain("is sound: 4 rows");
        rig.Said.ShouldContain(first.ReleaseId);
        report.Rows[^1].Error.ShouldNotBeNullOrEmpty();
        (await rig.Service().HistoryAsync(new HistoryRequest { Lines = 2 })).Rows.Count.ShouldBe(2);

        await File.WriteAllTextAsync(rig.State.Ledger, (await File.ReadAllTextAsync(rig.State.Ledger, TestContext.Current.CancellationToken)).Replace("1.1.0", "1.0.9", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var changed = await rig.Service().HistoryAsync(new HistoryRequest { Json = true });
        changed.ExitCode.ShouldBe(ExitCode.Failed);
        changed.Summary.ShouldContain("ledger.jsonl:3:");
        rig.Said.ShouldContain("\"fault\"");

        // For the rig's own clean-up, which reads it.
        File.Delete(rig.State.Ledger);
        File.Delete(new LedgerHead(rig.State.Ledger).Path);
    }
}
