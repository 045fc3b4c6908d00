using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using FinanceHub.Testing;

namespace FinanceHub.Supervisor.Tests;

public class LifeTests
{
    private static CancellationToken Ct => InstanceFixture.Ct;

    [Fact]
    public async Task A_started_instance_runs_with_its_release_and_stops_when_told()
    {
        await using var it = new InstanceFixture();
        var first = await it.StartAsync(it.Spec());
        first.State.ShouldBeOneOf(InstanceState.Starting, InstanceState.Running);
        await it.UntilAsync(InstanceState.Running);
        it.Instance.IsAlive.ShouldBeTrue();
        it.Status.ReleaseId.ShouldBe("dev");
        var (supervisor, child) = (it.Status.SupervisorPid, it.Status.ChildPid!.Value);

        (await it.Instance.StopAsync(TimeSpan.FromSeconds(10), Ct)).ShouldBe(StopOutcome.Stopped);
        it.Instance.IsAlive.ShouldBeFalse();
        it.Status.State.ShouldBe(InstanceState.Stopped);
        InstanceFixture.IsRunning(supervisor).ShouldBeFalse();
        InstanceFixture.IsRunning(child).ShouldBeFalse();
        (await it.Instance.StopAsync(TimeSpan.FromSeconds(10), Ct)).ShouldBe(StopOutcome.NotRunning);
    }

    [Fact]
    public async Task A_supervisor_that_was_not_given_a_secret_does_not_start_its_program_without()
    {
        await using var it = new InstanceFixture();
        var refusal = await Should.ThrowAsync<SupervisorException>(() => it.StartAsync(it.Spec() with { Secrets = new Dictionary<string, string> { ["Market__ApiKey"] = "env:MARKET_KEY" } }));
        refusal.Fault.ShouldBe(SupervisorFault.StartFailed);
        refusal.Message.ShouldContain("has no value for Market__ApiKey (env:MARKET_KEY)");
        it.Instance.IsAlive.ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_supervisor_for_the_same_instance_is_refused()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        var refusal = await Should.ThrowAsync<SupervisorException>(() => it.StartAsync(it.Spec()));
        refusal.Fault.ShouldBe(SupervisorFault.AlreadyRunning);
        it.Status.State.ShouldBe(InstanceState.Running);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_and_nothing_is_left_running()
    {
        await using var it = new InstanceFixture();
        using var other = new TcpListener(System.Net.IPAddress.Loopback, it.Port);
        other.Start();
        var refusal = await Should.ThrowAsync<SupervisorException>(() => it.StartAsync(it.Spec() with { Listen = $"127.0.0.1:{it.Port}" }));
        refusal.Fault.ShouldBe(SupervisorFault.PortInUse);
        refusal.Message.ShouldBe($"127.0.0.1:{it.Port} is in use by another process: stop that process or choose another port.");
        it.Instance.IsAlive.ShouldBeFalse();
    }

    [Fact]
    public async Task On_termination_the_program_finishes_the_request_in_flight()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        var slow = it.Http.GetAsync(it.Address("/stub/slow?milliseconds=700"), Ct);
        await Eventually.TrueAsync(() => ConnectionsTo(it.Port) > 0, "the slow request to arrive");
        (await it.Instance.StopAsync(TimeSpan.FromSeconds(10), Ct)).ShouldBe(StopOutcome.Stopped);
        (await slow).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_that_ignores_termination_is_killed_at_the_deadline()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec(("IgnoreSigterm", "true")) with { StopTimeoutSeconds = 1 });
        var child = it.Status.ChildPid!.Value;
        var clock = Stopwatch.StartNew();
        (await it.Instance.StopAsync(TimeSpan.FromSeconds(10), Ct)).ShouldBe(StopOutcome.Stopped);
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
        InstanceFixture.IsRunning(child).ShouldBeFalse();
        it.Instance.ReadLogTail(5).ShouldContain("stub: ignoring SIGTERM as told");
        (await File.ReadAllTextAsync(it.File("supervisor.log"), Ct)).ShouldContain("did not end within 1 s of SIGTERM: killing it");
    }

    [Fact]
    public async Task Nothing_of_the_starters_environment_reaches_the_program_but_the_machines_variables()
    {
        Environment.SetEnvironmentVariable("SUPERVISOR_TEST_LEAK", "leaked");
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        using var process = JsonDocument.Parse(await it.Http.GetStringAsync(it.Address("/stub/process"), Ct));
        var variables = process.RootElement.GetProperty("variables");
        variables.TryGetProperty("SUPERVISOR_TEST_LEAK", out _).ShouldBeFalse();
        variables.TryGetProperty("DOTNET_STARTUP_HOOKS", out _).ShouldBeFalse();
        variables.TryGetProperty("PATH", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_specification_can_be_read_by_its_owner_only()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(it.File("instance.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static int ConnectionsTo(int port) => System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties()
        .GetActiveTcpConnections().Count(connection => connection.LocalEndPoint.Port == port && connection.State == System.Net.NetworkInformation.TcpState.Established);
}
