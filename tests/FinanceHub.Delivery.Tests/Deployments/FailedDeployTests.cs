using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>Whatever is wrong with a new release: one sentence, a code of its own, and the old one serves on, alone. More faults, under traffic, are in the fault matrix.</summary>
public sealed class FailedDeployTests(DeployedRig deployed) : IClassFixture<DeployedRig>
{
    private readonly Rig _rig = deployed.Rig;

    [Fact]
    public Task A_release_that_does_not_pass_its_smoke_suite() => FailsAsync(
        new StubRelease { Version = "2.0.3", Api = new { ErrorPercent = 100 } },
        ExitCode.SmokeFailed,
        "GET /api/v1/ping answered 500, expected 200");

    [Fact]
    public async Task A_release_whose_files_were_changed()
    {
        var bundle = await _rig.SealAsync(new StubRelease { Version = "2.0.5" });
        File.Delete(Path.Combine(bundle, "web", "FinanceHub.Testing.StubHost.dll"));

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().DeployAsync(new DeployRequest { BundleDirectory = bundle }, CancellationToken.None));

        failure.Code.ShouldBe(ExitCode.ReleaseCorrupt);
        failure.Message.ShouldContain("web/FinanceHub.Testing.StubHost.dll is missing");
        await deployed.ShouldBeUntouchedAsync();
    }

    [Fact]
    public async Task A_port_other_than_the_one_it_runs_on()
    {
        var request = new DeployRequest { BundleDirectory = await _rig.SealAsync(new StubRelease { Version = "2.0.6" }), Port = _rig.Environment.Port + 1 };

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().DeployAsync(request, CancellationToken.None));

        failure.Code.ShouldBe(ExitCode.Usage);
        failure.Message.ShouldContain($"runs on port {_rig.Environment.Port}");
        await deployed.ShouldBeUntouchedAsync();
    }

    [Fact]
    public async Task A_release_that_stops_answering_after_the_switch_gives_the_traffic_back()
    {
        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.DeployAsync(new StubRelease { Version = "2.0.7" }, async (step, _) =>
        {
            if (step == DeployStep.Confirm)
            {
                var web = _rig.Instances.Single(instance => instance.Name.Service == "web" && instance.Spec!.ReleaseId != deployed.ReleaseId);
                await web.Supervised.StopAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
            }
        }));

        failure.Code.ShouldBe(ExitCode.RolledBack, failure.Message);
        failure.Message.ShouldContain($"{deployed.ReleaseId} still serves");
        await deployed.ShouldBeUntouchedAsync();
    }

    [Fact]
    public async Task A_gateway_that_does_not_start_is_not_put_in_place_of_the_one_that_runs()
    {
        var bundle = await _rig.SealAsync(new StubRelease { Version = "2.0.8", GatewayIsBroken = true });

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().DeployAsync(new DeployRequest { BundleDirectory = bundle }, CancellationToken.None));

        failure.Code.ShouldBe(ExitCode.RolledBack, failure.Message);
        failure.Message.ShouldContain("cannot replace the running one");
        await deployed.ShouldBeUntouchedAsync();
    }

    [Fact]
    public async Task The_ledger_says_what_was_wrong_and_the_logs_are_kept()
    {
        await FailsAsync(new StubRelease { Version = "2.0.9", Api = new { CrashAtStart = true } }, ExitCode.HostCrashed, "api");

        var row = _rig.Ledger.Read()[^1];
        row.Event.ShouldBe(LedgerEvent.DeployFailed);
        row.ExitCode.ShouldBe(ExitCode.HostCrashed);
        row.Error.ShouldNotBeNull().ShouldContain("The api host ended");
        row.Previous.ShouldBe(deployed.ReleaseId);
        File.ReadAllText(Path.Combine(_rig.State.Diagnostics, row.Operation, ServiceNames.Api, "service.log")).ShouldContain("crashing at start");
    }

    private async Task FailsAsync(StubRelease release, ExitCode code, string message)
    {
        var failure = await _rig.DeployFailingAsync(release);

        failure.Code.ShouldBe(code, failure.Message);
        failure.Message.ShouldContain(message);
        failure.Message.ShouldContain($"{deployed.ReleaseId} still serves.");
        await deployed.ShouldBeUntouchedAsync();
    }
}
