using FinanceHub.Gateway.Routing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FinanceHub.Gateway.Tests;

public sealed class RouteSwitchTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub routes ");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string RoutesFile => Path.Combine(_directory.FullName, "routes.json");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task After_a_change_no_request_enters_what_was_removed()
    {
        var routes = Switch();
        routes.Apply(Routes("r0"));
        using var stop = new CancellationTokenSource();
        var requests = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(EnterAndLeave, Ct, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        for (var change = 1; change <= 500; change++)
        {
            routes.Apply(Routes($"r{change}"));
            // What entered before may still be there; what comes after must not be.
            while (routes.Report().Draining.Count > 0)
                await Task.Yield();
            var entered = routes.Acquire(ClusterNames.Api, () => 0).ShouldNotBeNull();
            entered.Leave();
            entered.ReleaseId.ShouldBe($"r{change}");
        }

        await stop.CancelAsync();
        await Task.WhenAll(requests);
        routes.Report().Revision.ShouldBe(501);

        void EnterAndLeave()
        {
            while (!stop.IsCancellationRequested)
                routes.Acquire(ClusterNames.Api, () => 0).ShouldNotBeNull().Leave();
        }
    }

    [Fact]
    public void A_removed_destination_drains_until_its_last_request_left()
    {
        var routes = Switch();
        routes.Apply(Routes("r1"));
        var slow = routes.Acquire(ClusterNames.Web, () => 0).ShouldNotBeNull();
        routes.Apply(Routes("r2")).Draining.ShouldBe([new DrainingReport("web", "http://127.0.0.1:5001", "r1", 1)]);
        slow.Leave();
        routes.Report().Draining.ShouldBeEmpty();
    }

    [Fact]
    public void A_destination_that_comes_back_while_it_drains_keeps_its_count()
    {
        var routes = Switch();
        routes.Apply(Routes("r1"));
        routes.Acquire(ClusterNames.Web, () => 0).ShouldNotBeNull();
        routes.Apply(Routes("r2"));
        var report = routes.Apply(Routes("r1"));
        report.Draining.ShouldBeEmpty();
        report.Clusters["web"].ShouldHaveSingleItem().InFlight.ShouldBe(1);
    }

    [Fact]
    public void Routes_and_their_revision_survive_a_restart()
    {
        Switch(RoutesFile).Apply(Routes("r1"));
        Switch(RoutesFile).Apply(Routes("r2")).Persisted.ShouldBeTrue();
        var report = Switch(RoutesFile).Report();
        report.ReleaseId.ShouldBe("r2");
        report.Revision.ShouldBe(2);
        report.Clusters["api"].ShouldHaveSingleItem().ReleaseId.ShouldBe("r2");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"revision":1,"routes":{"releaseId":"r1","clusters":{}}}""")]
    public void Stored_routes_that_cannot_be_used_are_a_fault_until_new_ones_come(string content)
    {
        File.WriteAllText(RoutesFile, content);
        var routes = Switch(RoutesFile);
        routes.Fault.ShouldNotBeNull().ShouldContain(RoutesFile);
        routes.Acquire(ClusterNames.Api, () => 0).ShouldBeNull();
        routes.Apply(Routes("r1"));
        routes.Fault.ShouldBeNull();
        Switch(RoutesFile).ServingReleaseId.ShouldBe("r1");
    }

    [Fact]
    public void Routes_that_cannot_be_stored_are_in_force_and_say_so()
    {
        var report = Switch(Path.Combine(_directory.FullName, "missing", "routes.json")).Apply(Routes("r1"));
        report.Persisted.ShouldBeFalse();
        report.ReleaseId.ShouldBe("r1");
    }

    private static RouteSwitch Switch(string? file = null) =>
        new(new RouteFile(Options.Create(new GatewayOptions { RoutesFile = file })), NullLogger<RouteSwitch>.Instance);

    private static RouteDocument Routes(string releaseId)
    {
        List<DestinationDocument> destinations = [new() { Address = "http://127.0.0.1:5001", ReleaseId = releaseId }];
        return new RouteDocument { ReleaseId = releaseId, Clusters = new() { ["api"] = destinations, ["web"] = destinations } };
    }
}
