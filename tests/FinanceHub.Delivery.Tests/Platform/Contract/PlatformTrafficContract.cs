using System.Diagnostics;
using System.Net;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Testing;
using FinanceHub.Testing.Load;

namespace FinanceHub.Delivery.Tests.Platform.Contract;

/// <summary>What any platform must do with traffic, and with what runs beside it.</summary>
public abstract class PlatformTrafficContract(TwoGroups groups)
{
    private readonly IPlatform _platform = groups.Platform;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri Address => new($"http://{groups.Environment.Listen}/");

    [Fact]
    public async Task An_observation_tells_who_serves_and_who_only_runs()
    {
        await _platform.RouteAsync(groups.AllOld, Stop);

        var found = await groups.Platform.ObserveAsync(Stop);

        found.ServingReleaseId.ShouldBe(groups.Old.Manifest.ReleaseId);
        found.Serving.Select(host => host.Service).Order().ShouldBe(["api", "web", "worker"]);
        found.Serving.ShouldAllBe(host => host.IsRunning && host.Group == "old" && host.ReleaseId == groups.Old.Manifest.ReleaseId);
        found.Leftovers.Select(host => host.Group).Distinct().ShouldBe(["new"], "nobody was told to keep them");
        found.Shifting.ShouldBeEmpty();
        found.IsWhole.ShouldBeTrue();
        found.Listen.ShouldBe(groups.Environment.Listen);
        _platform.CanListen(groups.Environment.Listen).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_kept_as_standby_is_API_and_web_and_no_leftover()
    {
        await _platform.RouteAsync(groups.AllOld, Stop);
        _platform.KeepStandby("new");
        try
        {
            var found = await groups.Platform.ObserveAsync(Stop);

            found.Standby.Select(host => (host.Service, host.Group)).ShouldBe([("api", "new"), ("web", "new")], ignoreOrder: true);
            found.Leftovers.Select(host => host.Service).ShouldBe(["worker"], "two releases must not work on the same jobs");
        }
        finally
        {
            _platform.KeepStandby(null);
        }

        (await groups.Platform.ObserveAsync(Stop)).Standby.ShouldBeEmpty();
    }

    [Fact]
    public async Task Routing_is_in_force_when_it_returns_and_loses_no_request()
    {
        await _platform.RouteAsync(groups.AllOld, Stop);
        await using var load = Load();
        using var client = new HttpClient();
        for (var round = 0; round < 4; round++)
        {
            var seen = load.Requests;
            var split = round % 2 == 0 ? groups.AllNew : groups.AllOld;
            (await _platform.RouteAsync(split, Stop)).ShouldBeGreaterThan(TimeSpan.Zero);
            using var answer = await client.GetAsync(Address, Stop);
            answer.Headers.GetValues("X-Release-Id").ShouldBe([split.ReleaseId]);
            await Eventually.TrueAsync(() => load.Requests > seen + 50, "load after the switch");
        }

        var report = await load.StopAsync();
        report.Failed.ShouldBe(0, report.ToString());
        report.ByRelease.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_split_gives_each_its_share_is_observed_and_counted()
    {
        var split = new TrafficSplit(groups.Old.Manifest.ReleaseId, [new TrafficShare("new", groups.New.Manifest.ReleaseId, 25), new TrafficShare("old", groups.Old.Manifest.ReleaseId, 75)]);
        await _platform.RouteAsync(split, Stop);
        var before = (await _platform.ReadTrafficAsync(Stop)).ShouldNotBeNull();
        var load = Load();
        await Eventually.TrueAsync(() => load.Requests > 1000, "load");
        var report = await load.StopAsync();
        // An answer is counted when it is complete, which its client may know a moment earlier.
        TrafficReading? after = null;
        await Eventually.TrueAsync(
            async () => (after = await _platform.ReadTrafficAsync(Stop)) is not null && report.ByRelease.Sum(release => after.Since(before, release.Key)?.Requests) >= report.Succeeded,
            "every request to be counted");

        var share = report.ByRelease[groups.New.Manifest.ReleaseId] / (double)report.Succeeded;
        share.ShouldBe(0.25, 6 * Math.Sqrt(0.25 * 0.75 / report.Succeeded));
        var found = await groups.Platform.ObserveAsync(Stop);
        found.ServingReleaseId.ShouldBe(groups.Old.Manifest.ReleaseId);
        found.Split!.Shares.OrderBy(part => part.Weight).ShouldBe(split.Shares);
        found.Shifting.Select(host => host.Group).Distinct().ShouldBe(["new"]);
        found.IsWhole.ShouldBeFalse();
        foreach (var release in report.ByRelease)
        {
            var figures = after!.Since(before, release.Key).ShouldNotBeNull();
            figures.Requests.ShouldBe(release.Value);
            figures.Errors.ShouldBe(0);
            figures.Latency.Total.ShouldBe(release.Value);
            figures.Latency.Quantile(0.95).ShouldBeGreaterThan(0);
        }

        await _platform.RouteAsync(found.Split.WithoutOthers(), Stop);
        (await groups.Platform.ObserveAsync(Stop)).Shifting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Draining_waits_for_the_requests_in_flight()
    {
        await _platform.RouteAsync(groups.AllOld, Stop);
        var old = (await _platform.ObserveAsync(Stop)).Serving;
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        using var slow = await client.GetAsync(new Uri(Address, "/stub/stream?chunks=1&milliseconds=3000"), HttpCompletionOption.ResponseHeadersRead, Stop);
        await _platform.RouteAsync(groups.AllNew, Stop);

        (await _platform.DrainAsync(old, Stop)).ShouldBe(0);

        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(3), "draining ended before the request did");
        (await slow.Content.ReadAsStringAsync(Stop)).ShouldBe("chunk 1\n");
    }

    [Fact]
    public async Task The_gateway_is_replaced_without_losing_a_request_or_a_route()
    {
        await _platform.RouteAsync(groups.AllNew, Stop);
        await using var load = Load();
        await Eventually.TrueAsync(() => load.Requests > 50, "load");

        await _platform.ReplaceGatewayAsync(groups.New, groups.Environment.Listen);

        var seen = load.Requests;
        await Eventually.TrueAsync(() => load.Requests > seen + 50, "load after the replacement");
        var report = await load.StopAsync();
        report.Failed.ShouldBe(0, report.ToString());
        report.ByRelease.Keys.ShouldBe([groups.New.Manifest.ReleaseId]);
        var found = await groups.Platform.ObserveAsync(Stop);
        found.Gateway!.ReleaseId.ShouldBe(groups.New.Manifest.ReleaseId);
        found.GatewayAnswers.ShouldBeTrue();
        found.ServingReleaseId.ShouldBe(groups.New.Manifest.ReleaseId);
    }

    private KeepAliveLoad Load() => KeepAliveLoad.Start(new LoadOptions
    {
        Target = new IPEndPoint(IPAddress.Loopback, groups.Environment.Listen.Port),
        Paths = ["/", "/api/v1/ping"],
        Connections = 6,
        ThinkTime = TimeSpan.FromMilliseconds(2),
    });
}
