using System.Text.Json;
using FinanceHub.Delivery.Status;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Platform;

/// <summary>Commands that look and change nothing.</summary>
public sealed class ObservingCommandsTests(DeployedRig deployed) : IClassFixture<DeployedRig>
{
    private readonly Rig _rig = deployed.Rig;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_tells_release_services_and_that_there_is_nothing_to_roll_back_to()
    {
        var report = await EventuallyRunningAsync();

        report.ExitCode.ShouldBe(ExitCode.Success);
        report.ReleaseId.ShouldBe(deployed.ReleaseId);
        report.Version.ShouldBe("1.0.0");
        report.Commit.ShouldBe(StubRelease.Commit);
        report.Address.ShouldBe(_rig.Address);
        report.Rollback!.Ready.ShouldBeFalse();
        report.Rollback.Target.ShouldBeNull();
        report.Rollback.Because.ShouldContain("no other release");
        report.Leftovers.ShouldBeEmpty();
        report.Lock.ShouldBeNull();
        report.Services.Select(service => service.Service).ShouldBe(["gateway", "api", "web", "worker"]);
        report.Services.ShouldAllBe(service => service.Alive && service.ProcessId > 0 && service.Port > 0 && service.MemoryBytes > 1000000 && service.Restarts == 0);
        _rig.Said.ShouldContain($"data Release      {deployed.ReleaseId}");
        _rig.Said.ShouldContain("Rollback to  nothing");
        _rig.Said.ShouldContain("Rollback ready: no, there is no other release");
    }

    [Fact]
    public async Task Status_as_json_is_one_document_with_a_schema_version()
    {
        var output = new Lines();

        await new StatusCommand(_rig.Context with { Output = output }).RunAsync(new StatusRequest { Json = true }, Stop);

        using var document = JsonDocument.Parse(string.Join('\n', output.Written));
        document.RootElement.GetProperty("schema").GetInt32().ShouldBe(1);
        document.RootElement.GetProperty("releaseId").GetString().ShouldBe(deployed.ReleaseId);
        document.RootElement.GetProperty("services").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task Health_asks_every_service_and_shows_response_times_and_what_it_uses()
    {
        var report = await _rig.Service().HealthAsync(new HealthRequest(), Stop);

        report.ExitCode.ShouldBe(ExitCode.Success, _rig.Said);
        report.Services.Select(service => service.Service).ShouldBe(["gateway", "api", "web", "worker"]);
        report.Services.ShouldAllBe(service => service.Status == "pass" && service.Milliseconds > 0 && service.MemoryBytes > 1000000 && service.ProcessorPercent >= 0);
    }

    [Fact]
    public async Task Logs_of_an_unknown_service_are_a_usage_error_with_the_nearest_name()
    {
        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().LogsAsync(new LogsRequest { Service = "wroker" }, Stop));

        failure.Code.ShouldBe(ExitCode.Usage);
        failure.Message.ShouldContain("Did you mean 'worker'?");
    }

    [Fact]
    public async Task Logs_are_followed_until_cancelled_which_is_no_failure()
    {
        var output = new Lines();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var following = new Delivery.Logs.LogsCommand(_rig.Context with { Output = output }).RunAsync(new LogsRequest { Service = "api", Follow = true, Lines = 0 }, enough.Token);
        using var client = new HttpClient();
        var api = _rig.Instances.Single(instance => instance.Name.Service == "api").Address!;

        // The follower shows what is written after it began, and when that is cannot be seen from outside.
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await client.PostAsync(new Uri(api, "/stub/log?lines=1&prefix=hello"), null, Stop);
                return output.Written.Count > 0;
            },
            "a line to be shown");
        await enough.CancelAsync();
        await following;

        output.Written.ShouldAllBe(line => line == "hello 1");
    }

    [Fact]
    public async Task Where_nothing_was_deployed_each_command_says_so_with_its_code()
    {
        var rig = new Rig();
        try
        {
            (await rig.Service().StatusAsync(new StatusRequest(), Stop)).ExitCode.ShouldBe(ExitCode.NotDeployed);
            (await rig.Service().HealthAsync(new HealthRequest(), Stop)).ExitCode.ShouldBe(ExitCode.NotDeployed);
            (await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().LogsAsync(new LogsRequest(), Stop))).Code.ShouldBe(ExitCode.NotDeployed);
            (await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().SmokeAsync(new SmokeRequest(), Stop))).Code.ShouldBe(ExitCode.NotDeployed);
            (await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().SmokeAsync(new SmokeRequest { Address = "financehub.example" }, Stop))).Code.ShouldBe(ExitCode.Usage);
            (await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync())).Code.ShouldBe(ExitCode.NothingToRollBackTo);
            Directory.Exists(rig.State.Root).ShouldBeFalse();
        }
        finally
        {
            rig.Abandon();
        }
    }

    [Fact]
    public async Task A_first_release_has_nothing_to_roll_back_to()
    {
        var failure = await Should.ThrowAsync<DeliveryFailure>(() => _rig.RollbackAsync());

        failure.Code.ShouldBe(ExitCode.NothingToRollBackTo);
        failure.Message.ShouldContain($"no earlier good release in 'local' besides {deployed.ReleaseId}");
        await deployed.ShouldBeUntouchedAsync();
    }

    /// <summary>The supervisor's own probe may be a moment behind the deployer's.</summary>
    private async Task<StatusReport> EventuallyRunningAsync()
    {
        StatusReport? report = null;
        await Eventually.TrueAsync(
            async () =>
            {
                report = await _rig.Service().StatusAsync(new StatusRequest(), Stop);
                return report.ExitCode == ExitCode.Success;
            },
            "all services running");
        return report!;
    }
}
