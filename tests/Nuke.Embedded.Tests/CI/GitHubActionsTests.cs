using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.CI;

[Collection(UsesGlobals.Name)]
public sealed class GitHubActionsTests : IDisposable
{
    private readonly Dictionary<string, string?> environment = [];
    private readonly List<string> written = [];

    private GitHubActions Actions => new(environment.GetValueOrDefault, written.Add);

    // A host that is made is the host from then on.
    public void Dispose() => _ = new Terminal();

    [Fact]
    public void The_run_is_described_by_its_environment()
    {
        environment["GITHUB_REF"] = "refs/heads/main";
        environment["GITHUB_SHA"] = "abc";
        environment["GITHUB_ACTOR"] = "octocat";
        environment["GITHUB_EVENT_NAME"] = "pull_request";
        environment["GITHUB_RUN_ID"] = "12345678901";
        environment["GITHUB_STEP_SUMMARY"] = "/runner/summary";

        (Actions.Actor, Actions.IsPullRequest, Actions.RunId, Actions.RunNumber).ShouldBe(("octocat", true, 12345678901L, 0L));
        Actions.StepSummaryFile!.Name.ShouldBe("summary");
        ((IBuildServer)Actions).Branch.ShouldBe("refs/heads/main");
        ((IBuildServer)Actions).Commit.ShouldBe("abc");
        Actions.BaseRef.ShouldBeNull();
    }

    [Fact]
    public void Commands_are_written_so_that_no_text_breaks_them()
    {
        Actions.Group("Test");
        Actions.EndGroup("Test");
        Actions.WriteError("50 %\nfailed");
        Actions.WriteCommand("warning", "here", x =>
        {
            x["file"] = "a:b,c";
            x["line"] = 3;
            return x;
        });

        written.ShouldBe(["::group::Test", "::endgroup::Test", "::error::50 %25%0Afailed", "::warning file=a%3Ab%2Cc,line=3::here"]);
    }
}
