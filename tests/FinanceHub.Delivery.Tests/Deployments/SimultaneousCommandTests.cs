using System.Diagnostics;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>More than one command, and signals.</summary>
public sealed class SimultaneousCommandTests
{
    [Fact]
    public async Task Of_two_deploys_at_once_one_is_refused_naming_the_other_and_one_that_waits_comes_second()
    {
        await using var rig = new Rig();
        var first = await rig.SealAsync(new StubRelease { Version = "1.0.0" });
        var second = await rig.SealAsync(new StubRelease { Version = "1.1.0" });
        var inside = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var deploying = rig.Service(async (step, _) =>
        {
            if (step == DeployStep.Start)
            {
                inside.SetResult();
                await goOn.Task;
            }
        }).DeployAsync(new DeployRequest { BundleDirectory = first }, CancellationToken.None);
        await inside.Task;

        var refused = await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().DeployAsync(new DeployRequest { BundleDirectory = second }, CancellationToken.None));
        var waiting = rig.Service().DeployAsync(new DeployRequest { BundleDirectory = second, LockWait = TimeSpan.FromSeconds(30) }, CancellationToken.None);
        goOn.SetResult();

        refused.Code.ShouldBe(ExitCode.LockHeld);
        refused.Message.ShouldContain($"process {Environment.ProcessId}), deploy 1.0.0-");
        var result = await waiting;
        result.PreviousReleaseId.ShouldBe((await deploying).ReleaseId);
        rig.ShouldRunOnly(result.ReleaseId);
    }

    [Fact]
    public async Task A_deployer_that_is_terminated_undoes_its_work_and_says_so_with_its_exit_code()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var bundle = await rig.SealAsync(new StubRelease { Version = "1.1.0", Api = new { StartDelayMilliseconds = 15000 } });
        using var driver = DriverProcess.Start(DriverProcess.Deploy(rig, bundle));
        var error = driver.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => rig.Instances.Count == 7 && rig.Instances.All(instance => instance.IsAlive), "the new hosts beside the old");

        using (var terminate = Process.Start("kill", ["-TERM", driver.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await terminate.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await driver.WaitForExitAsync(TestContext.Current.CancellationToken);
        driver.ExitCode.ShouldBe(143, await error);
        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
    }
}
