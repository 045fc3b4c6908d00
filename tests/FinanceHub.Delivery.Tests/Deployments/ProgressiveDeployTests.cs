using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>A release gets the traffic step by step and is watched; whatever is wrong with it, the old one has everything again. With the other strategies that is in the fault matrix.</summary>
public sealed class ProgressiveDeployTests : IAsyncDisposable
{
    // What is broken is noticed long before; only a release that is not has to be watched to the end.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private readonly Rig _rig = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_canary_that_does_no_worse_gets_everything_and_its_verdict_is_kept()
    {
        Use(StrategyKind.Canary, TimeSpan.FromSeconds(3));
        await _rig.DeployAsync("1.0.0");
        var shifts = new List<int>();
        await using var load = _rig.Load();

        var result = await _rig.DeployAsync(new StubRelease { Version = "1.1.0" }, async (step, _) =>
        {
            if (step == DeployStep.Bake && (await _rig.Context.Platform.ObserveAsync(Stop)) is { Shifting.Count: 3, Split: { } split })
            {
                shifts.Add(split.Shares.Single(share => share.ReleaseId != split.ReleaseId).Weight);
            }
        }, Stop);

        var report = await load.StopAsync();
        report.Failed.ShouldBe(0, report.ToString());
        shifts.ShouldBe([25, 50]);
        (await _rig.ServedAsync()).ShouldBe(result.ReleaseId);
        _rig.ShouldRunOnly(result.ReleaseId);
        var row = _rig.Ledger.Read()[^1];
        row.Event.ShouldBe(LedgerEvent.DeploySucceeded);
        row.Bake.ShouldNotBeNull().Verdict.ShouldBe(BakeVerdict.Pass, _rig.Said);
        row.Bake.Strategy.ShouldBe("canary");
        row.Durations!["bake"].ShouldBeGreaterThanOrEqualTo(9000, "two pauses and the bake, three seconds each");
        _rig.Said.ShouldContain($"25 % of the clients are on {result.ReleaseId}");
    }

    [Fact]
    public async Task Errors_give_the_traffic_back_and_the_release_is_bad_and_held()
    {
        Use(StrategyKind.AllAtOnce, Long);
        var good = await _rig.DeployAsync("1.0.0");
        await using var load = _rig.Load();

        var failure = await _rig.DeployFailingAsync(new StubRelease { Version = "1.1.0", Api = new { ErrorPercent = 50 }, Web = new { ErrorPercent = 50 } });

        failure.Code.ShouldBe(ExitCode.RolledBack, failure.Message);
        failure.Message.ShouldContain("requests failed, before it were 0.0 %");
        failure.Message.ShouldContain($"{good.ReleaseId} still serves");
        await ShouldBeBackAsync(good.ReleaseId, "1.1.0-");
    }

    [Fact]
    public async Task Slow_answers_give_the_traffic_back()
    {
        Use(StrategyKind.Linear, Long);
        var good = await _rig.DeployAsync("1.0.0");
        await using var load = _rig.Load();

        var failure = await _rig.DeployFailingAsync(new StubRelease { Version = "1.1.0", Api = new { DelayMilliseconds = 700 }, Web = new { DelayMilliseconds = 700 } });

        failure.Code.ShouldBe(ExitCode.RolledBack, failure.Message);
        failure.Message.ShouldContain("were answered within");
        (await load.StopAsync()).Failed.ShouldBe(0);
        await ShouldBeBackAsync(good.ReleaseId, "1.1.0-");
    }

    [Fact]
    public async Task A_host_that_crashes_under_traffic_gives_it_back_at_once_though_nobody_sends_requests()
    {
        Use(StrategyKind.Canary, Long);
        var good = await _rig.DeployAsync("1.0.0");

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.DeployAsync(new StubRelease { Version = "1.1.0" }, async (step, _) =>
        {
            if (step == DeployStep.Bake)
            {
                var worker = _rig.Instances.Single(instance => instance.Service == "worker" && instance.ReleaseId != good.ReleaseId);
                using var client = new HttpClient();
                await Should.ThrowAsync<HttpRequestException>(() => client.PostAsync(new Uri(worker.Address!, "/stub/crash"), null, Stop));
            }
        }));

        failure.Code.ShouldBe(ExitCode.RolledBack, failure.Message);
        failure.Message.ShouldContain("The worker host of 1.1.0-");
        failure.Message.ShouldContain("exit code 72");
        await ShouldBeBackAsync(good.ReleaseId, "1.1.0-");
    }

    [Fact]
    public async Task Without_requests_the_bake_is_told_and_kept_as_not_evaluated()
    {
        Use(StrategyKind.AllAtOnce, TimeSpan.FromSeconds(1));
        await _rig.DeployAsync("1.0.0");
        _rig.Ledger.Read()[^1].Bake!.Reason.ShouldBe("no other release was serving whole before, so there is nothing to compare with");

        await _rig.DeployAsync("1.1.0");

        _rig.Ledger.Read()[^1].Bake.ShouldNotBeNull().Verdict.ShouldBe(BakeVerdict.NotEvaluated);
        _rig.Said.ShouldContain("warn Bake not evaluated: too few requests");
    }

    [Fact]
    public async Task A_canary_that_is_interrupted_gives_the_traffic_back_and_is_not_called_bad()
    {
        Use(StrategyKind.Canary, Long);
        var good = await _rig.DeployAsync("1.0.0");
        using var interrupt = new CancellationTokenSource();

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.DeployAsync(new StubRelease { Version = "1.1.0" }, async (step, _) =>
        {
            if (step == DeployStep.Bake)
            {
                await interrupt.CancelAsync();
            }
        }, interrupt.Token));

        failure.Code.ShouldBe(ExitCode.Interrupted);
        (await _rig.ServedAsync()).ShouldBe(good.ReleaseId);
        _rig.ShouldRunOnly(good.ReleaseId);
        Hold.Of(_rig.Ledger.Read()).IsSet.ShouldBeFalse();
    }

    [Fact]
    public async Task A_deployer_that_is_killed_during_a_canary_is_seen_and_the_next_deploy_takes_the_traffic_back()
    {
        var good = await _rig.DeployAsync("1.0.0");
        var bundle = await _rig.SealAsync(new StubRelease { Version = "1.1.0" });
        await using var load = _rig.Load();

        await DriverProcess.DeployAndDieAsync(_rig, bundle, DeployStep.Bake, "canary");

        var status = await _rig.Service().StatusAsync(new StatusRequest(), Stop);
        status.ReleaseId.ShouldBe(good.ReleaseId);
        status.ShiftingWeight.ShouldBe(10);
        status.Shifting.Select(service => service.Service).ShouldBe(["api", "web", "worker"]);
        _rig.Said.ShouldContain("With 10 % of the clients, left by a killed command");

        var next = await _rig.Service().DeployAsync(new DeployRequest { BundleDirectory = Path.Combine(_rig.State.Releases, good.ReleaseId) }, Stop);

        next.Outcome.ShouldBe(DeployOutcome.AlreadyServing);
        (await _rig.ServedAsync()).ShouldBe(good.ReleaseId);
        _rig.ShouldRunOnly(good.ReleaseId);
        _rig.Ledger.Read()[^1].Event.ShouldBe(LedgerEvent.DeployFailed);
        var report = await load.StopAsync();
        report.Failed.ShouldBe(0, report.ToString());
        (await _rig.Service().DeployAsync(new DeployRequest { BundleDirectory = bundle }, Stop)).Outcome.ShouldBe(DeployOutcome.Deployed, "nothing was found wrong with it");
    }

    [Fact]
    public async Task A_rollback_of_a_canary_whose_deployer_was_killed_goes_to_what_it_took_traffic_from_and_holds_it()
    {
        await _rig.DeployAsync("0.9.0");
        var good = await _rig.DeployAsync("1.0.0");
        var bundle = await _rig.SealAsync(new StubRelease { Version = "1.1.0" });
        await DriverProcess.DeployAndDieAsync(_rig, bundle, DeployStep.Bake, "canary");

        var result = await _rig.RollbackAsync();

        result.ReleaseId.ShouldBe(good.ReleaseId);
        result.LeftReleaseId.ShouldNotBeNull().ShouldStartWith("1.1.0-");
        (await _rig.ServedAsync()).ShouldBe(good.ReleaseId);
        _rig.ShouldRunOnly(good.ReleaseId);
        Hold.Of(_rig.Ledger.Read()).Releases.ShouldBe([result.LeftReleaseId]);
    }

    [Fact]
    public async Task A_plan_shows_the_strategy_and_its_steps()
    {
        Use(StrategyKind.AllAtOnce, TimeSpan.Zero);
        var good = await _rig.DeployAsync("1.0.0");
        var bundle = await _rig.SealAsync(new StubRelease { Version = "1.1.0" });

        var plan = await _rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = bundle, Strategy = "canary" }, Stop);

        plan.Strategy.ShouldBe("canary");
        plan.Steps.ShouldContain($"give it 25 % of the clients and compare it with {good.ReleaseId} for 0 s");
        plan.Eta.ShouldBeNull("no canary was ever deployed here");
        var unknown = await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = bundle, Strategy = "canari" }, Stop));
        unknown.Code.ShouldBe(ExitCode.Usage);
        unknown.Message.ShouldBe("There is no strategy 'canari'. Did you mean 'canary'? Known: all-at-once, canary, linear.");
    }

    private void Use(StrategyKind kind, TimeSpan pause) => _rig.Environment = _rig.Environment with
    {
        Strategy = new DeliveryStrategy
        {
            Kind = kind,
            Steps = [new CanaryStep(25, pause), new CanaryStep(50, pause)],
            Increment = 50,
            Interval = pause,
            Bake = new BakeLimits { Duration = pause, MinimumRequests = 20 },
        },
    };

    private async Task ShouldBeBackAsync(string good, string bad)
    {
        (await _rig.ServedAsync()).ShouldBe(good);
        _rig.ShouldRunOnly(good);
        var row = _rig.Ledger.Read()[^1];
        row.Event.ShouldBe(LedgerEvent.DeployFailed);
        row.ExitCode.ShouldBe(ExitCode.RolledBack);
        row.Bake.ShouldNotBeNull().Verdict.ShouldBe(BakeVerdict.Breach);
        Hold.Of(_rig.Ledger.Read()).Releases.ShouldHaveSingleItem().ShouldStartWith(bad);
        LedgerReading.Bad(_rig.Ledger.Read()).ShouldHaveSingleItem().ShouldStartWith(bad);
        var again = await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().DeployAsync(
            new DeployRequest { BundleDirectory = Path.Combine(_rig.State.Releases, row.Release!) }, Stop));
        again.Code.ShouldBe(ExitCode.Held);
        again.Message.ShouldContain("failed its bake");
    }
}
