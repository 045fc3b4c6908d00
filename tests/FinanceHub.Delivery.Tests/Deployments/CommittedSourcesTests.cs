using System.Diagnostics;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>Nothing is ever started here: what is refused is refused before.</summary>
public sealed class CommittedSourcesTests : IDisposable
{
    private readonly TemporaryDirectory _tree = new();
    private readonly Rig _rig = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _rig.Abandon();
        _tree.Dispose();
    }

    [Fact]
    public async Task Before_anything_is_built_changes_are_refused_and_named_for_every_environment_but_local()
    {
        Git("init", "--quiet");
        foreach (var name in new[] { "a", "b", "c", "d e" })
        {
            File.WriteAllText(_tree[name], "");
        }

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => Preflight("staging"));

        failure.Code.ShouldBe(ExitCode.DirtyTree);
        failure.Message.ShouldContain("'staging' was left as it is: the working tree has changes that are not committed: a, b, c and 1 more.");
        failure.Message.ShouldContain("git stash --include-untracked");
        failure.Message.ShouldContain("./build.sh Deploy --env staging");
        Directory.Exists(_rig.State.Root).ShouldBeFalse();
        await Preflight("local");
    }

    [Fact]
    public async Task A_tree_that_is_as_committed_may_go_anywhere()
    {
        Git("init", "--quiet");
        Git("-c", "user.name=Test", "-c", "user.email=test@localhost", "commit", "--quiet", "--allow-empty", "--message", "A commit");

        await Preflight("staging");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_release_that_was_built_of_changes_is_refused_wherever_it_comes_from_and_so_is_its_plan(bool planned)
    {
        var request = new DeployRequest { BundleDirectory = await _rig.SealAsync(new StubRelease { Version = "1.0.0", Dirty = true }) };
        _rig.Environment = _rig.Environment with { Name = "staging" };

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => planned ? _rig.Service().PlanDeployAsync(request, Stop) : _rig.Service().DeployAsync(request, Stop));

        failure.Code.ShouldBe(ExitCode.DirtyTree);
        failure.Message.ShouldContain("is 1.0.0+dirty, built of changes that are not in its commit 01234567");
        Directory.Exists(_rig.State.Root).ShouldBeFalse();
    }

    [Fact]
    public async Task The_developers_own_environment_takes_it_and_says_what_it_is()
    {
        var plan = await _rig.Service().PlanDeployAsync(
            new DeployRequest { BundleDirectory = await _rig.SealAsync(new StubRelease { Version = "1.0.0", Dirty = true }) }, Stop);

        plan.Wanted.Version.ShouldBe("1.0.0+dirty");
    }

    private Task Preflight(string environment) =>
        new DeliveryService(_rig.Context with { Environment = _rig.Environment with { Name = environment }, Sources = _tree.Root }).PreflightAsync(new PreflightRequest(), Stop);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _tree.Root })!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
