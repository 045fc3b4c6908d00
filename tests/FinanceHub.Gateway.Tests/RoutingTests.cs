using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using FinanceHub.Testing;

namespace FinanceHub.Gateway.Tests;

public class RoutingTests(TwoReleases releases) : IClassFixture<TwoReleases>
{
    private readonly GatewayUnderTest _gateway = releases.Gateway;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_reach_the_destination_with_their_origin_and_an_identifier()
    {
        await _gateway.RouteToAsync(releases.First);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/things?x=1") { Content = new StringContent("hello") };
        request.Headers.Add("X-Forwarded-For", "6.6.6.6");
        using var answer = await _gateway.Http.SendAsync(request, Ct);
        answer.Headers.GetValues("X-Release-Id").ShouldBe(["r1"]);
        var id = answer.Headers.GetValues("X-Request-Id").ShouldHaveSingleItem();

        var echo = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;
        ((string?)echo["path"]).ShouldBe("/api/v1/things?x=1");
        ((string?)echo["body"]).ShouldBe("hello");
        var headers = echo["headers"]!.AsObject().ToDictionary(h => h.Key, h => (string?)h.Value, StringComparer.OrdinalIgnoreCase);
        headers["X-Forwarded-For"].ShouldBe("127.0.0.1");
        headers["X-Forwarded-Proto"].ShouldBe("http");
        headers["X-Forwarded-Host"].ShouldBe($"127.0.0.1:{_gateway.Port}");
        headers["X-Request-Id"].ShouldBe(id);
    }

    [Fact]
    public async Task An_identifier_that_the_client_brings_is_kept()
    {
        await _gateway.RouteToAsync(releases.First);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Request-Id", "mine-1");
        using var answer = await _gateway.Http.SendAsync(request, Ct);
        answer.Headers.GetValues("X-Request-Id").ShouldBe(["mine-1"]);
    }

    [Fact]
    public async Task Health_and_version_are_the_gateways_own_and_name_what_it_serves()
    {
        await _gateway.RouteToAsync(releases.Second);
        var version = JsonNode.Parse(await _gateway.Http.GetStringAsync("/version", Ct))!;
        ((string?)version["serviceId"]).ShouldBe("gateway");
        ((string?)version["releaseId"]).ShouldBe("g1");
        ((string?)version["servingReleaseId"]).ShouldBe("r2");
        using var ready = await _gateway.Http.GetAsync("/health/ready", Ct);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ready.Content.ReadAsStringAsync(Ct)).ShouldContain("\"observedValue\":\"r2\"");
    }

    [Fact]
    public async Task The_admin_interface_is_on_its_own_port_only()
    {
        await _gateway.RouteToAsync(releases.First);
        (await _gateway.Http.GetStringAsync("/routes", Ct)).ShouldContain("\"service\":\"stub\"");
        using var other = await _gateway.Http.GetAsync(_gateway.Admin("/api/v1/things"), Ct);
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var wrong = await _gateway.Http.DeleteAsync(_gateway.Admin("/routes"), Ct);
        wrong.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("""{"releaseId":"","clusters":{"other":[]}}""", "clusters.other is unknown, expected api and web.")]
    [InlineData("{", "The body is not valid")]
    [InlineData("null", "The body is null, expected routes.")]
    public async Task Invalid_routes_change_nothing(string body, string fault)
    {
        await _gateway.RouteToAsync(releases.First);
        var before = (await _gateway.RoutesAsync())["revision"]!.GetValue<long>();
        using var answer = await _gateway.Http.PutAsync(_gateway.Admin("/routes"), new StringContent(body), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain(fault);
        (await _gateway.RoutesAsync())["revision"]!.GetValue<long>().ShouldBe(before);
    }

    [Fact]
    public async Task A_slow_request_finishes_on_the_old_release_which_drains_meanwhile()
    {
        await _gateway.RouteToAsync(releases.First);
        var slow = _gateway.Http.GetStringAsync("/stub/slow?milliseconds=600", Ct);
        await Eventually.TrueAsync(async () => (int?)(await _gateway.RoutesAsync())["clusters"]!["web"]![0]!["inFlight"] == 1, "the slow request to be in flight");
        await _gateway.RouteToAsync(releases.Second);

        var draining = (await _gateway.RoutesAsync())["draining"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)draining["releaseId"]).ShouldBe("r1");
        ((int?)draining["inFlight"]).ShouldBe(1);
        (await _gateway.Http.GetStringAsync("/", Ct)).ShouldContain("\"releaseId\":\"r2\"");
        (await slow).ShouldContain("\"releaseId\":\"r1\"");
        await Eventually.TrueAsync(async () => (await _gateway.RoutesAsync())["draining"]!.AsArray().Count == 0, "the old release to be drained");
    }

    [Fact]
    public async Task Switching_under_load_loses_no_request()
    {
        await _gateway.RouteToAsync(releases.First);
        var load = _gateway.Load();
        await Eventually.TrueAsync(() => load.Requests > 500, "load");
        var switches = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            var seen = load.Requests;
            var clock = Stopwatch.StartNew();
            await _gateway.RouteToAsync(i % 2 == 0 ? releases.Second : releases.First);
            switches.Add(clock.Elapsed.TotalMilliseconds);
            await Eventually.TrueAsync(() => load.Requests > seen + 200, "load after the switch");
        }

        var report = await load.StopAsync();
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{report}; PUT /routes max {switches.Max():0.0} ms"));
        report.Failed.ShouldBe(0, report.ToString());
        report.ByRelease.Keys.ShouldBe(["r1", "r2"]);
    }

    [Fact]
    public async Task Weights_split_real_requests()
    {
        (await _gateway.PutRoutesAsync((releases.First.Address, "r1", 75), (releases.Second.Address, "r2", 25))).Dispose();
        var load = _gateway.Load();
        await Eventually.TrueAsync(() => load.Requests > 1500, "load", TimeSpan.FromSeconds(20));
        var report = await load.StopAsync();
        var share = report.ByRelease["r2"] / (double)report.Succeeded;
        share.ShouldBe(0.25, 6 * Math.Sqrt(0.25 * 0.75 / report.Succeeded));
    }

    [Fact]
    public async Task Web_sockets_pass()
    {
        await _gateway.RouteToAsync(releases.First);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_gateway.Port}/stub/socket"), Ct);
        await socket.SendAsync(Encoding.UTF8.GetBytes("ping"), WebSocketMessageType.Text, endOfMessage: true, Ct);
        var buffer = new byte[16];
        var received = await socket.ReceiveAsync(buffer, Ct);
        Encoding.UTF8.GetString(buffer, 0, received.Count).ShouldBe("ping");
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Ct);
    }

    [Fact]
    public async Task A_stream_arrives_piece_by_piece()
    {
        await _gateway.RouteToAsync(releases.First);
        using var answer = await _gateway.Http.GetAsync("/stub/stream?chunks=2&milliseconds=500", HttpCompletionOption.ResponseHeadersRead, Ct);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));
        (await reader.ReadLineAsync(Ct)).ShouldBe("chunk 1");
        var clock = Stopwatch.StartNew();
        (await reader.ReadLineAsync(Ct)).ShouldBe("chunk 2");
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(200));
    }
}
