using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FinanceHub.Testing;

namespace FinanceHub.Gateway.Tests;

public class RetryTests(TwoReleases releases) : IClassFixture<TwoReleases>
{
    private readonly GatewayUnderTest _gateway = releases.Gateway;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_destination_that_refuses_is_passed_over_for_another()
    {
        (await _gateway.PutRoutesAsync(($"http://127.0.0.1:{LoopbackPort.Free()}", "r0", 99), (releases.First.Address, "r1", 1))).Dispose();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await _gateway.Http.PostAsJsonAsync("/api/v1/things", new { i }, Ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            ((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["body"]).ShouldBe($$"""{"i":{{i}}}""");
        }
    }

    [Fact]
    public async Task When_all_refuse_for_too_long_the_answer_says_when_to_come_back()
    {
        (await _gateway.PutRoutesAsync(($"http://127.0.0.1:{LoopbackPort.Free()}", "r0", 1))).Dispose();
        var clock = Stopwatch.StartNew();
        using var answer = await _gateway.Http.GetAsync("/", Ct);
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.4));
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_request_with_a_body_that_broke_half_way_is_not_repeated()
    {
        await _gateway.RouteToAsync(releases.Second);
        var restarts = releases.Second.Process.Status.Restarts;
        using var answer = await _gateway.Http.PostAsync("/stub/crash", new StringContent("x"), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        await Eventually.TrueAsync(() => releases.Second.Process.Status.Restarts == restarts + 1, "the restart");
    }
}
