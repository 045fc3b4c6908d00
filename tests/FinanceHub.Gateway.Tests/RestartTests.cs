using FinanceHub.Supervisor;
using FinanceHub.Testing;

namespace FinanceHub.Gateway.Tests;

public class RestartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crashing_destination_delays_requests_and_fails_none()
    {
        await using var gateway = new GatewayUnderTest();
        await using var stub = new Stub(gateway.Root, "r1");
        await Task.WhenAll(stub.StartAsync(), gateway.Process.StartAsync(gateway.Spec("g1", ("RetryFor", "00:00:15"))));
        await gateway.RouteToAsync(stub);
        var load = gateway.Load(connections: 8);
        await Eventually.TrueAsync(() => load.Requests > 500, "load");
        stub.Process.KillProgram();
        await Eventually.TrueAsync(() => stub.Process.Status is { Restarts: 1, State: InstanceState.Running }, "the restart");
        var seen = load.Requests;
        await Eventually.TrueAsync(() => load.Requests > seen + 500, "load after the crash");

        var report = await load.StopAsync();
        TestContext.Current.SendDiagnosticMessage(report.ToString());
        report.Failed.ShouldBe(0, report.ToString());
    }

    [Fact]
    public async Task A_new_generation_of_the_gateway_takes_over_under_load_without_losing_a_request()
    {
        await using var gateway = new GatewayUnderTest();
        await using var stub = new Stub(gateway.Root, "r1");
        await Task.WhenAll(stub.StartAsync(), gateway.Process.StartAsync(gateway.Spec("g1")));
        await gateway.RouteToAsync(stub);
        var load = gateway.Load();
        await Eventually.TrueAsync(() => load.Requests > 500, "load");
        for (var generation = 2; generation <= 4; generation++)
        {
            var outcome = await gateway.Process.Instance.ReloadAsync(gateway.Spec($"g{generation}"), Ct);
            outcome.ShouldBe(new ReloadStatus(generation, ReloadOutcome.Ok, null));
            await Eventually.TrueAsync(() => gateway.Process.Status.DrainingPids.Count == 0, "the old generation to have drained", TimeSpan.FromSeconds(15));
            (await gateway.Http.GetStringAsync("/version", Ct)).ShouldContain($"\"releaseId\":\"g{generation}\",\"servingReleaseId\":\"r1\"");
        }

        var report = await load.StopAsync();
        TestContext.Current.SendDiagnosticMessage(report.ToString());
        report.Failed.ShouldBe(0, report.ToString());
        (await gateway.RoutesAsync())["revision"]!.GetValue<long>().ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_gateway_comes_back_with_its_routes_and_new_connections_wait_for_it()
    {
        await using var gateway = new GatewayUnderTest();
        await using var stub = new Stub(gateway.Root, "r1");
        await Task.WhenAll(stub.StartAsync(), gateway.Process.StartAsync(gateway.Spec("g1")));
        await gateway.RouteToAsync(stub);
        gateway.Process.KillProgram();
        // Each opens a connection of its own, while nobody accepts: they queue in the socket that the supervisor holds.
        for (var i = 0; i < 5; i++)
        {
            using var client = new HttpClient();
            (await client.GetStringAsync(new Uri($"http://127.0.0.1:{gateway.Port}/"), Ct)).ShouldContain("\"releaseId\":\"r1\"");
        }

        gateway.Process.Status.Restarts.ShouldBe(1);
    }

    [Fact]
    public async Task Without_routes_every_request_is_told_to_come_back()
    {
        await using var gateway = new GatewayUnderTest();
        await gateway.Process.StartAsync(gateway.Spec("g1"));
        using var answer = await gateway.Http.GetAsync("/api/v1/things", Ct);
        ((int)answer.StatusCode).ShouldBe(503);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("No release is routed yet.");
        using var ready = await gateway.Http.GetAsync("/health/ready", Ct);
        (await ready.Content.ReadAsStringAsync(Ct)).ShouldContain("\"status\":\"warn\"");
    }

    [Fact]
    public async Task A_generation_that_cannot_read_the_routes_does_not_take_over()
    {
        await using var gateway = new GatewayUnderTest();
        await using var stub = new Stub(gateway.Root, "r1");
        await Task.WhenAll(stub.StartAsync(), gateway.Process.StartAsync(gateway.Spec("g1")));
        await gateway.RouteToAsync(stub);
        await File.WriteAllTextAsync(gateway.RoutesFile, "torn", Ct);
        var outcome = await gateway.Process.Instance.ReloadAsync(gateway.Spec("g2") with { ReadyTimeoutSeconds = 4 }, Ct);
        outcome.Outcome.ShouldBe(ReloadOutcome.Failed);
        (await gateway.Http.GetStringAsync("/", Ct)).ShouldContain("\"releaseId\":\"r1\"");
    }
}
