using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>On-call types Rollback while a deploy runs: the deploy undoes itself, and what served before serves, verified.</summary>
public sealed class AbortedDeployTests(DeployedRig deployed) : IClassFixture<DeployedRig>
{
    private readonly Rig _rig = deployed.Rig;

    [Theory]
    [InlineData(nameof(DeployStep.Copy))]
    [InlineData(nameof(DeployStep.Start))]
    [InlineData(nameof(DeployStep.Smoke))]
    [InlineData(nameof(DeployStep.Switch))]
    [InlineData(nameof(DeployStep.Drain))]
    public async Task The_deploy_undoes_itself_and_the_rollback_goes_no_further_back_than_what_served_before(string step)
    {
        var bundle = await _rig.SealAsync(new StubRelease { Version = $"2.0.0-{step}" });
        await using var load = _rig.Load();
        var (deploying, inside) = Paused(step, bundle);
        await inside;

        var rollback = await _rig.RollbackAsync();

        var aborted = await Should.ThrowAsync<DeliveryFailure>(() => deploying);
        aborted.Code.ShouldBe(ExitCode.RolledBack);
        aborted.Message.ShouldStartWith($"Aborted by a rollback of {DeliveryContext.Actor}: 2.0.0-{step}");
        rollback.ReleaseId.ShouldBe(deployed.ReleaseId);
        rollback.LeftReleaseId.ShouldBe(Path.GetFileName(bundle));
        await deployed.ShouldBeUntouchedAsync();
        var last = _rig.Ledger.Read()[^1];
        (last.Event, last.Release, last.Previous).ShouldBe((LedgerEvent.RollbackSucceeded, rollback.ReleaseId, rollback.LeftReleaseId));
        (await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().DeployAsync(new DeployRequest { BundleDirectory = bundle }, CancellationToken.None))).Code.ShouldBe(ExitCode.Held);
        var report = await load.StopAsync();
        report.Failed.ShouldBe(0, report.ToString());
    }

    [Fact]
    public async Task A_deploy_that_was_killed_before_it_served_counts_as_one_in_flight()
    {
        var bundle = await _rig.SealAsync(new StubRelease { Version = "3.0.0" });
        await DriverProcess.DeployAndDieAsync(_rig, bundle, DeployStep.Smoke);

        var rollback = await _rig.RollbackAsync();

        (rollback.ReleaseId, rollback.LeftReleaseId).ShouldBe((deployed.ReleaseId, Path.GetFileName(bundle)));
        await deployed.ShouldBeUntouchedAsync();
    }

    private (Task<DeployResult> Deploying, Task Inside) Paused(string step, string bundle)
    {
        var inside = new TaskCompletionSource();
        var service = _rig.Service(async (entered, cancellation) =>
        {
            if (entered.ToString() == step)
            {
                inside.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            }
        });
        return (service.DeployAsync(new DeployRequest { BundleDirectory = bundle }, CancellationToken.None), inside.Task);
    }
}

/// <summary>What cannot be aborted.</summary>
public sealed class UnabortableTests
{
    [Fact]
    public async Task A_deploy_past_the_point_of_no_return_is_waited_for_and_then_rolled_back_and_another_rollback_is_refused()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var inside = new TaskCompletionSource();
        var service = rig.Service(async (step, _) =>
        {
            if (step == DeployStep.StopOld)
            {
                inside.SetResult();
                await Eventually.TrueAsync(() => rig.Context.LeaseStore.Read()!.AbortRequestedBy is not null, "the rollback asked");
            }
        });
        var bundle = await rig.SealAsync(new StubRelease { Version = "2.0.0" });
        var deploying = service.DeployAsync(new DeployRequest { BundleDirectory = bundle }, CancellationToken.None);
        await inside.Task;
        DeliveryFailure? refused = null;
        var rollingBack = rig.Service(async (step, _) =>
        {
            if (step == DeployStep.Start)
            {
                refused = await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync(first.ReleaseId));
            }
        }).RollbackAsync(new RollbackRequest(), CancellationToken.None);

        var second = await deploying;
        var rollback = await rollingBack;

        (rollback.ReleaseId, rollback.LeftReleaseId).ShouldBe((first.ReleaseId, second.ReleaseId));
        refused!.Code.ShouldBe(ExitCode.LockHeld);
        refused.Message.ShouldContain(", rollback, since ");
        rig.ShouldRunOnly(first.ReleaseId);
        rig.Ledger.Read().Select(row => row.Token!.Value).ShouldBeInOrder();
    }
}
