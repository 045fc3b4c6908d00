using System.Reflection;
using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.Parameters;

[Collection(UsesGlobals.Name)]
public sealed class InjectionAttributesTests
{
    [CI]
    private GitHubActions? Actions { get; set; }

    private Tool? Sh { get; set; }

    [Fact]
    public void A_program_is_found_by_the_members_name_or_the_one_given()
    {
        var byName = new PathVariableAttribute().GetValue(Member(nameof(Sh)), this).ShouldBeOfType<Tool>();
        var given = new PathVariableAttribute("git").GetValue(Member(nameof(Sh)), this).ShouldBeOfType<Tool>();

        byName("-c \"echo found\"").StdToText().ShouldBe("found");
        given("--version").StdToText().ShouldStartWith("git version");
        Should.Throw<ArgumentException>(() => new PathVariableAttribute("no-such").GetValue(Member(nameof(Sh)), this)).Message.ShouldContain("'no-such'");
    }

    [Fact]
    public void A_variable_takes_precedence_over_the_PATH()
    {
        Environment.SetEnvironmentVariable("SH_EXE", ToolPathResolver.GetPathExecutable("git"));
        try
        {
            new PathVariableAttribute().GetValue(Member(nameof(Sh)), this).ShouldBeOfType<Tool>()("--version").StdToText().ShouldStartWith("git version");
        }
        finally
        {
            Environment.SetEnvironmentVariable("SH_EXE", null);
        }
    }

    [Fact]
    public void A_solution_given_in_the_source_starts_at_the_root() =>
        new SolutionAttribute("All.sln").GetValue(Member(nameof(Sh)), this).ShouldBeOfType<Solution>().Path.ShouldBe(NukeBuild.RootDirectory / "All.sln");

    [Fact]
    public void A_CI_server_is_injected_where_the_build_runs_on_it()
    {
        var made = new GitHubActions(_ => null, _ => { });
        new CIAttribute().GetValue(Member(nameof(Actions)), this).ShouldBeSameAs(made);

        _ = new Terminal();
        new CIAttribute().GetValue(Member(nameof(Actions)), this).ShouldBeNull();
    }

    private static PropertyInfo Member(string name) =>
        typeof(InjectionAttributesTests).GetProperty(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
}
