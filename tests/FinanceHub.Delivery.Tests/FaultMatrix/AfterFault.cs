using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>What must hold after any fault, whatever it was.</summary>
internal sealed class AfterFault(MatrixEnvironment matrix, Fault fault)
{
    /// <summary>Enough for every reader to ask for every path more than once.</summary>
    private const int Answers = 24;
    private readonly Rig _rig = matrix.Rig;

    /// <summary>Exactly one release serves, the ledger is sound, and Status knows what is there.</summary>
    public async Task ShouldServeAsync(string releaseId, FaultScene scene)
    {
        await using var load = FaultTraffic.Read(_rig);
        await Eventually.TrueAsync(() => load.Requests >= Answers, "answers");
        var report = await load.StopAsync();
        report.Failed.ShouldBe(0, report.ToString());
        if (fault.SharedUntilNext)
        {
            report.ByRelease.Keys.ShouldBeSubsetOf([scene.Before, scene.Wanted]);
        }
        else
        {
            report.ByRelease.Keys.ShouldBe([releaseId], _rig.Said);
        }

        _rig.Ledger.Verify().Fault.ShouldBeNull();
        var status = await _rig.Service().StatusAsync(new StatusRequest(), CancellationToken.None);
        status.ExitCode.ShouldBe(ExitCode.Success, status.Summary);
        status.ReleaseId.ShouldBe(releaseId);
        status.Lock.ShouldBeNull("nobody runs any more");
        status.Services.Select(service => service.Service).ShouldBe(["api", "web", "worker", "gateway"], ignoreOrder: true);
        (status.ShiftingWeight is not null).ShouldBe(fault.SharedUntilNext);
        new[] { status.Services, status.Standby, status.Shifting, status.Leftovers }.Sum(services => services.Count).ShouldBe(_rig.Instances.Count, "Status tells everything that is there");
    }

    /// <summary>A good release can be deployed and rolled back, under traffic, and nothing of any command is left.</summary>
    public async Task<TrafficFigures> NextCommandsShouldWorkAsync(string served)
    {
        var next = await matrix.SealLikeAsync(served);
        await using var traffic = FaultTraffic.Start(_rig);

        var deploy = await matrix.DeployAsync(next);

        deploy.Outcome.ShouldBe(DeployOutcome.Deployed);
        deploy.PreviousReleaseId.ShouldBe(served);
        await ShouldBeAloneAsync(next.Id);

        var rollback = await _rig.RollbackAsync();

        (rollback.ReleaseId, rollback.LeftReleaseId).ShouldBe((served, next.Id));
        await ShouldBeAloneAsync(served);
        _rig.Standby.ShouldBeEmpty("what was left is known to be bad");
        var figures = await traffic.StopAsync();
        // A canary whose deployer was killed keeps its share until the deploy takes it back.
        var others = fault.SharedUntilNext ? _rig.Ledger.Read().Select(row => row.Release).OfType<string>() : [];
        figures.ShouldBeServedBy([served, next.Id, .. others], Allowance.None);
        return figures;
    }

    private async Task ShouldBeAloneAsync(string releaseId)
    {
        (await _rig.ServedAsync()).ShouldBe(releaseId);
        _rig.ShouldRunOnly(releaseId);
        matrix.ShouldHaveSchemaOf(releaseId);
        LedgerReading.Unfinished(_rig.Ledger.Read()).ShouldBeNull();
        _rig.Context.LeaseStore.Read()!.Released.ShouldBeTrue();
        Remains.ShouldBeNone(_rig.State);
        await Remains.ShouldBeNoProcessesBesideAsync(_rig);
    }
}
