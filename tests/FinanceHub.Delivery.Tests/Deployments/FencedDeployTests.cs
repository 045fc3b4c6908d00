using System.Diagnostics;
using System.Globalization;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>A deployer that was suspended, and wakes up when another one has taken its place.</summary>
public sealed class FencedDeployTests
{
    private const int HeartbeatMilliseconds = 200;

    [Fact]
    public async Task It_is_fenced_off_and_changes_and_writes_nothing_any_more()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Whether a process is suspended is read from /proc.");
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        rig.LeaseTimes = new LeaseTimes { Heartbeat = TimeSpan.FromMilliseconds(200), Expiry = TimeSpan.FromSeconds(1) };
        var bundle = await rig.SealAsync(new StubRelease { Version = "2.0.0" });
        using var driver = DriverProcess.Start(DriverProcess.Deploy(rig, bundle) with { Step = nameof(DeployStep.Switch), Signal = "STOP", HeartbeatMilliseconds = HeartbeatMilliseconds });
        var error = driver.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => IsSuspended(driver.Id), "the deployer suspends itself");

        var third = await rig.Service().DeployAsync(
            new DeployRequest { BundleDirectory = await rig.SealAsync(new StubRelease { Version = "3.0.0" }), LockWait = TimeSpan.FromMinutes(1) }, CancellationToken.None);
        await SignalAsync("-CONT", driver.Id);
        await driver.WaitForExitAsync(TestContext.Current.CancellationToken);

        driver.ExitCode.ShouldBe((int)ExitCode.LeaseLost, await error);
        (await error).ShouldContain("fenced off");
        rig.Said.ShouldContain("it gave no sign of life any more");
        (await rig.ServedAsync()).ShouldBe(third.ReleaseId);
        rig.ShouldRunOnly(third.ReleaseId);
        var rows = rig.Ledger.Read();
        rows.Single(row => row.Release == Path.GetFileName(bundle) && row.Event == LedgerEvent.DeployFailed).Token.ShouldBe(rows[^1].Token, "the one that took over wrote it");
    }

    private static bool IsSuspended(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        return stat[stat.LastIndexOf(')')..].StartsWith(") T", StringComparison.Ordinal);
    }

    private static async Task SignalAsync(string signal, int processId)
    {
        using var kill = Process.Start("kill", [signal, processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
