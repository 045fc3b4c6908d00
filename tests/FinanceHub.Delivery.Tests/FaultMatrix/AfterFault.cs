using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>What must hold after any fault, whatever it was.</summary>
internal sealed class AfterFault(MatrixEnvironment matrix, Fault fault)
{
    /// <summary>Enough for every reader to ask for every path more than once.</summary>
    private const int Answers = 12;
    private readonly Rig _rig = matrix.Rig;
    private readonly List<string> _results = [];

    /// <summary>What the next commands came to, in their order.</summary>
    public string Results => string.Join(", ", _results);

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
        _results.Add($"Status {(int)status.ExitCode}");
        status.ReleaseId.ShouldBe(releaseId);
        status.Lock.ShouldBeNull("nobody runs any more");
        status.Services.Select(service => service.Service).ShouldBe(["api", "web", "worker", "gateway"], ignoreOrder: true);
        (status.ShiftingWeight is not null).ShouldBe(fault.SharedUntilNext);
        new[] { status.Services, status.Standby, status.Shifting, status.Leftovers }.Sum(services => services.Count).ShouldBe(_rig.Instances.Count, "Status tells everything that is there");
    }

    /// <summary>The next command works, under traffic, and then nothing of any command is left.</summary>
    public async Task<TrafficFigures> NextCommandShouldWorkAsync(string served, FaultScene scene)
    {
        await using var traffic = await FaultTraffic.StartAsync(_rig);

        var next = (fault.Next ?? (fault is { Command: FaultCommand.Deploy, Serves: Serves.Wanted } ? NextCommand.Rollback : NextCommand.Deploy)) switch
        {
            NextCommand.Deploy => await DeployAsync(served),
            NextCommand.Rollback => await RollbackAsync(scene),
            _ => await LeftAsItWasAsync(served),
        };

        var figures = await traffic.StopAsync();
        // A canary whose deployer was killed keeps its share until the deploy takes it back.
        figures.ShouldBeServedBy(fault.SharedUntilNext ? [served, next, scene.Wanted] : [served, next, scene.Before, scene.Wanted], Allowance.None);
        return figures;
    }

    private async Task<string> LeftAsItWasAsync(string served)
    {
        await ShouldBeAloneAsync(served);
        _results.Add("as it was");
        return served;
    }

    private async Task<string> DeployAsync(string served)
    {
        var next = await matrix.SealLikeAsync(served);

        var deploy = await matrix.DeployAsync(next);

        _results.Add($"Deploy {deploy.Outcome.ToString().ToLowerInvariant()}");
        deploy.Outcome.ShouldBe(DeployOutcome.Deployed);
        deploy.PreviousReleaseId.ShouldBe(served);
        await ShouldBeAloneAsync(next.Id);
        return next.Id;
    }

    /// <summary>However far the command came: the older of the two releases serves, the newer one is held.</summary>
    private async Task<string> RollbackAsync(FaultScene scene)
    {
        var (older, newer) = fault.Command == FaultCommand.Rollback ? (scene.Wanted, scene.Before) : (scene.Before, scene.Wanted);

        var rollback = await _rig.RollbackAsync();

        _results.Add("Rollback restored");
        (rollback.ReleaseId, rollback.LeftReleaseId).ShouldBe((older, newer));
        await ShouldBeAloneAsync(older);
        Hold.Of(_rig.Ledger.Read()).Releases.ShouldBe([newer]);
        return older;
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
