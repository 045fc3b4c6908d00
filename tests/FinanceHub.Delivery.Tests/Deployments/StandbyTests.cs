using FinanceHub.Delivery.Processes;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class StandbyTests
{
    [Fact]
    public async Task A_rollback_takes_the_hosts_that_were_kept_warm_and_starts_only_the_worker()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var before = Processes(rig.Instances);
        await rig.DeployAsync("1.1.0");
        Processes(rig.Standby).ShouldBe(before.Where(process => process.Service is "api" or "web"));

        await rig.RollbackAsync();

        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
        rig.Standby.ShouldBeEmpty("what was left is known to be bad");
        var after = Processes(rig.Instances);
        after.Where(process => process.Service is "api" or "web").ShouldBe(before.Where(process => process.Service is "api" or "web"));
        after.Single(process => process.Service == "worker").ShouldNotBe(before.Single(process => process.Service == "worker"));
    }

    [Fact]
    public async Task Only_the_release_before_is_kept_and_a_stop_ends_it_too()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync("1.1.0");
        var third = await rig.DeployAsync("1.2.0");

        rig.ShouldRunOnly(third.ReleaseId);
        rig.Standby.ShouldAllBe(instance => instance.Spec!.ReleaseId == second.ReleaseId);
        rig.Standby.Count.ShouldBe(2);
        var status = await rig.Service().StatusAsync(new StatusRequest(), TestContext.Current.CancellationToken);
        status.Standby.Select(service => (service.Service, service.ReleaseId)).ShouldBe([("api", second.ReleaseId), ("web", second.ReleaseId)]);
        status.Leftovers.ShouldBeEmpty();

        await rig.Service().StopAsync(new StopRequest(), CancellationToken.None);

        rig.Instances.ShouldBeEmpty();
        (await rig.DeployAsync("1.3.0")).Outcome.ShouldBe(DeployOutcome.Deployed);
        rig.Standby.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rollback_does_without_warm_hosts_when_one_of_them_has_died()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        await rig.DeployAsync("1.1.0");
        var api = rig.Standby.Single(instance => instance.Name.Service == "api");
        await api.Supervised.StopAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => !api.IsAlive, "the warm API ends");

        await rig.RollbackAsync();

        (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        rig.ShouldRunOnly(first.ReleaseId);
    }

    [Fact]
    public async Task An_environment_can_do_without()
    {
        await using var rig = new Rig();
        rig.Environment = rig.Environment with { Standby = false };
        await rig.DeployAsync("1.0.0");

        var second = await rig.DeployAsync("1.1.0");

        rig.Standby.ShouldBeEmpty();
        rig.ShouldRunOnly(second.ReleaseId);
    }

    private static IReadOnlyList<(string Service, int? Process)> Processes(IEnumerable<Instance> instances) =>
        [.. instances.Select(instance => (instance.Name.Service, instance.Supervised.ReadStatus()!.ChildPid))];
}
