using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class RetentionTests
{
    [Fact]
    public void The_least_recently_mentioned_releases_beyond_the_number_kept_go() =>
        Retention.Removable(["a", "b", "c", "d"], ["d", "c", "b", "a"], ["d"], kept: 2).ShouldBe(["b", "a"]);

    [Fact]
    public void What_runs_and_the_rollback_target_stay_however_old_they_are() =>
        Retention.Removable(["a", "b", "c", "d"], ["d", "c", "b", "a"], ["d", "a", null], kept: 2).ShouldBe(["c", "b"], ignoreOrder: true);

    [Fact]
    public void A_release_that_the_ledger_never_mentioned_goes_first() =>
        Retention.Removable(["stray", "a", "b"], ["b", "a"], ["b"], kept: 2).ShouldBe(["stray"]);

    [Fact]
    public void Nothing_goes_while_there_are_few() => Retention.Removable(["a", "b"], ["b", "a"], ["b"], kept: 5).ShouldBeEmpty();

    [Fact]
    public async Task However_few_are_kept_there_is_a_release_to_go_back_to()
    {
        await using var rig = new Rig();
        rig.Environment = rig.Environment with { Standby = false, Limits = rig.Environment.Limits with { ReleasesKept = 1 } };
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync("1.1.0");
        await rig.RollbackAsync();
        var third = await rig.DeployAsync("1.2.0");

        rig.Context.Releases.Ids.ShouldBe([first.ReleaseId, third.ReleaseId], ignoreOrder: true);
        rig.Said.ShouldContain($"Removed {second.ReleaseId}");
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);
    }
}
