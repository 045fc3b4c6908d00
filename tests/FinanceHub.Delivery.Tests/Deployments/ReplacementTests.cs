using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class ReplacementTests
{
    [Fact]
    public async Task A_release_is_deployed_replaced_and_brought_back_under_load_without_a_failed_request()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        await using var load = rig.Load();

        var second = await rig.DeployAsync("1.1.0");
        (await rig.ServedAsync()).ShouldBe(second.ReleaseId);
        rig.ShouldRunOnly(second.ReleaseId);
        var back = await rig.RollbackAsync();

        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
        rig.ShouldHaveKeptLogsOf(second.ReleaseId, LedgerEvent.RollbackSucceeded);
        back.ReleaseId.ShouldBe(first.ReleaseId);
        back.LeftReleaseId.ShouldBe(second.ReleaseId);
        var report = await load.StopAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"first {first.Duration}, second {second.Duration} (switch {second.SwitchDuration}), back {back.Duration} (switch {back.SwitchDuration})\n{report}");
        report.Failed.ShouldBe(0, report.ToString());
        report.Succeeded.ShouldBeGreaterThan(100);
        report.ByRelease.Keys.ShouldBe([first.ReleaseId, second.ReleaseId], ignoreOrder: true);
        rig.Ledger.Read().Select(row => row.Event).ShouldBe(
        [
            LedgerEvent.DeployStarted, LedgerEvent.DeploySucceeded, LedgerEvent.DeployStarted, LedgerEvent.DeploySucceeded, LedgerEvent.RollbackStarted, LedgerEvent.RollbackSucceeded,
        ]);
        LedgerReading.Bad(rig.Ledger.Read()).ShouldBe([second.ReleaseId]);
    }
}
