using System.Reflection;
using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests.Runbooks;

/// <summary>Each page of the runbooks, followed to the letter after the fault that it is about was made.</summary>
[Collection(OneClone.Name)]
public sealed class RunbookTests(OneClone fixture)
{
    private const string PageTrait = "page";

    private readonly FreshClone _clone = fixture.Clone;

    [Fact]
    [Trait(PageTrait, "DEPLOYMENT_FAILURE.md")]
    public async Task A_failed_deploy()
    {
        await using var walk = await RunbookWalk.BeginAsync(_clone, "DEPLOYMENT_FAILURE.md");
        (await walk.RunAsync("./build.sh Deploy")).ShouldSucceed();

        await walk.CommitAsync("An API that does not start", Path.Combine("FinanceHub.Api", "Program.cs"), text => text.Replace("    var app = builder.Build();", "    throw new InvalidOperationException(\"it does not start\");\n#pragma warning disable CS0162\n    var app = builder.Build();", StringComparison.Ordinal));
        var failed = await walk.RunAsync("./build.sh Deploy");
        failed.ExitCode.ShouldBe(16, failed.Output);
        failed.Output.ShouldContain("still serves");
        (await walk.FollowAsync("Check")).Output.ShouldContain("16: ");
        await walk.FollowAsync("The new release does not work");
        await walk.FollowAsync("Verify");

        await walk.CommitMigrationAsync("Refused", "CREATE INDEX refused ON nowhere (nobody)");
        (await walk.RunAsync("./build.sh Deploy")).ShouldFailWith(20, "still serves");
        await walk.FollowAsync("The new release does not work");

        await walk.CommitMigrationAsync("Destroys", "DROP TABLE IF EXISTS obsolete_things");
        (await walk.RunAsync("./build.sh Deploy --approved 0123456789abcdef")).ShouldFailWith(26, "--dry-run");
        (await walk.FollowAsync("The world moved since the plan was approved")).Output.ShouldContain("Rollback ready after that: no");
        (await walk.RunAsync("./build.sh Deploy")).ShouldFailWith(25, "--accept-data-loss");
        await walk.FollowAsync("Going back would lose data");
        await walk.FollowAsync("Verify");
        (await walk.RunAsync("git revert --no-edit HEAD && ./build.sh Rollback --accept-data-loss && ./build.sh Deploy")).ShouldSucceed();

        (await walk.RunAsync("./build.sh Rollback --reason 'it was suspected'")).ShouldSucceed();
        (await walk.RunAsync("./build.sh Deploy")).ShouldFailWith(24, "LiftHold");
        await walk.FollowAsync("A rollback holds the release");

        await walk.CommitVisibleAsync("Deployed by a runner that hangs");
        var (hanging, ended) = await walk.DeployUntilAsync("STOP");
        (await walk.FollowAsync("Check")).Output.ShouldContain($"process {hanging.Id}");
        await walk.FollowAsync("Another command holds the environment");
        await walk.SignalAsync(hanging, "CONT");
        (await ended).ShouldFailWith(27, "fenced off");
        (await walk.SeenAsync()).ShouldContain("Deployed by a runner that hangs");

        await walk.CommitVisibleAsync("Deployed by a runner that is lost");
        await walk.DeployUntilAsync("KILL");
        await walk.FollowAsync("The deployer was killed");
        (await walk.SeenAsync()).ShouldContain("Deployed by a runner that is lost");
        await walk.FollowAsync("Verify");
        walk.ShouldBeFollowedWhole();
    }

    [Fact]
    [Trait(PageTrait, "ROLLBACK.md")]
    public async Task A_release_that_must_go()
    {
        await using var walk = await RunbookWalk.BeginAsync(_clone, "ROLLBACK.md");
        (await walk.RunAsync("./build.sh Deploy")).ShouldSucceed();
        await walk.CommitVisibleAsync("Wrong numbers");
        (await walk.RunAsync("./build.sh Deploy")).ShouldSucceed();
        (await walk.SeenAsync()).ShouldContain("Wrong numbers");

        (await walk.FollowAsync("Check")).Output.ShouldContain("Nothing was changed");
        await walk.FollowAsync("Act");
        (await walk.SeenAsync()).ShouldNotContain("Wrong numbers");
        await walk.FollowAsync("Verify");
        await walk.FollowAsync("Afterwards");
        (await walk.SeenAsync()).ShouldNotContain("Wrong numbers");

        await walk.CommitVisibleAsync("First wrong");
        (await walk.RunAsync("./build.sh Deploy")).ShouldSucceed();
        await walk.CommitVisibleAsync("Second wrong");
        (await walk.RunAsync("./build.sh Deploy")).ShouldSucceed();
        await walk.FollowAsync("Act");
        (await walk.SeenAsync()).ShouldContain("First wrong");
        await walk.FollowAsync("The release before is bad as well");
        (await walk.SeenAsync()).ShouldNotContain("First wrong");
        await walk.FollowAsync("Verify");

        await walk.CommitMigrationAsync("Destroys", "DROP TABLE IF EXISTS obsolete_things");
        (await walk.RunAsync("./build.sh Deploy --accept-data-loss")).ShouldSucceed();
        (await walk.RunAsync("./build.sh Rollback")).ShouldFailWith(25, "--accept-data-loss");
        await walk.FollowAsync("The rollback would lose data");
        await walk.FollowAsync("Verify");
        (await walk.RunAsync("git revert --no-edit HEAD")).ShouldSucceed();

        await walk.CommitVisibleAsync("Third wrong");
        (await walk.RunAsync("./build.sh Deploy")).ShouldSucceed();
        walk.DamageAllBut(await walk.ServingAsync());
        (await walk.RunAsync("./build.sh Rollback")).ShouldFailWith(22, "it cannot be used");
        await walk.FollowAsync("There is nothing to go back to");
        (await walk.SeenAsync()).ShouldNotContain("Third wrong");
        await walk.FollowAsync("Verify");
        walk.ShouldBeFollowedWhole();
    }

    [Fact]
    [Trait(PageTrait, "README.md")]
    public async Task Where_to_begin()
    {
        await using var walk = await RunbookWalk.BeginAsync(_clone, "README.md");

        (await walk.RunAsync("./build.sh Deploy")).ShouldSucceed();
        await walk.CommitVisibleAsync("To be looked at");
        (await walk.RunAsync("./build.sh Deploy")).ShouldSucceed();

        await walk.FollowAsync("When no page fits");
        await walk.FollowTableAsync("When no page fits");

        (await walk.SeenAsync()).ShouldNotContain("To be looked at");

        walk.ShouldBeFollowedWhole();
    }

    [Fact]
    public void Every_page_is_followed_by_a_test_and_listed_in_the_index()
    {
        var directory = Path.Combine(RepositoryRoot.Path, "runbooks");
        var pages = Directory.EnumerateFiles(directory, "*.md").Select(Path.GetFileName).ToList();

        var followed = typeof(RunbookTests).GetMethods().SelectMany(test => test.GetCustomAttributes<TraitAttribute>()).Where(trait => trait.Name == PageTrait).Select(trait => trait.Value);
        pages.ShouldBe(followed, ignoreOrder: true, "a new page needs a test here");
        var index = File.ReadAllText(Path.Combine(directory, "README.md"));
        pages.Where(page => page != "README.md").ShouldAllBe(page => index.Contains($"({page})", StringComparison.Ordinal));
    }
}
