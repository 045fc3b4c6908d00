using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Tools.ReportGenerator;
using Nuke.Components;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.Components;

[Collection(UsesGlobals.Name)]
public sealed class ComponentsTests : IDisposable
{
    private readonly Host host = NukeBuild.Host;
    private readonly SampleBuild build = new();
    private readonly List<ExecutableTarget> targets;

    public ComponentsTests()
    {
        NukeBuild.Host = new Terminal();
        targets = TargetFactory.CreateAll<SampleBuild>(build, [x => ((ITest)x).Test]);
        build.ExecutableTargets = targets;
        build.ExecutionPlan = [];
    }

    public void Dispose() => NukeBuild.Host = host;

    [Fact]
    public void The_targets_depend_on_each_other_in_the_order_of_work()
    {
        Target("Restore").ExecutionDependencies.ShouldBeEmpty();
        Target("Compile").ExecutionDependencies.ShouldBe([Target("Restore")]);
        Target("Compile").DependencyBehavior.ShouldBe(DependencyBehavior.Skip);
        Target("Test").ExecutionDependencies.ShouldBe([Target("Compile")]);
        Target("Test").IsDefault.ShouldBeTrue();
        Target("ReportCoverage").ExecutionDependencies.ShouldBe([Target("Test")]);
    }

    [Fact]
    public void What_targets_produce_is_under_the_artifacts()
    {
        var artifacts = NukeBuild.RootDirectory / "artifacts";

        Target("Test").ArtifactProducts.ShouldBe([artifacts / "test-results" / "*.trx", artifacts / "test-results" / "*.xml"]);
        Target("ReportCoverage").ArtifactProducts.ShouldBe([artifacts / "reports" / "coverage-report.zip"]);
        ((IHazReports)build).ReportDirectory.ShouldBe(artifacts / "reports");
    }

    [Fact]
    public void The_components_settings_come_first_and_the_builds_follow()
    {
        ITest test = build;
        var results = (NukeBuild.RootDirectory / "artifacts" / "test-results").ToString(AbsolutePath.DoubleQuoteIfNeeded);

        Line(new DotNetTestSettings().Apply(test.TestSettingsBase).Apply(test.TestSettings).Apply(test.TestProjectSettingsBase, Api()))
            .ShouldBe($"test \"/the repository/src/Api/Api.csproj\" --configuration Debug --results-directory {results} --collect \"XPlat Code Coverage\" --logger trx;LogFileName=Api.trx");
        Line(new DotNetRestoreSettings().Apply(((IRestore)build).RestoreSettingsBase)).ShouldBe("restore \"/the repository/All.sln\"");
    }

    [Fact]
    public void What_succeeded_in_this_run_is_not_done_again()
    {
        Line(new DotNetBuildSettings().Apply(((ICompile)build).CompileSettingsBase)).ShouldNotContain("--no-restore");
        Target("Restore").Status = ExecutionStatus.Succeeded;
        Target("Compile").Status = ExecutionStatus.Succeeded;
        build.ExecutionPlan = targets;

        Line(new DotNetBuildSettings().Apply(((ICompile)build).CompileSettingsBase)).ShouldContain("--no-restore");
        Line(new DotNetTestSettings().Apply(((ITest)build).TestSettingsBase)).ShouldContain("--no-build");
    }

    [Fact]
    public void A_server_builds_release_reproducibly_and_with_coverage()
    {
        NukeBuild.Host = new GitHubActions(_ => null, _ => { });

        var compile = Line(new DotNetBuildSettings().Apply(((ICompile)build).CompileSettingsBase));
        var test = Line(new DotNetTestSettings().Apply(((ITest)build).TestSettingsBase).Apply(((ITest)build).TestProjectSettingsBase, Api()));

        compile.ShouldContain("--configuration Release");
        compile.ShouldContain("/property:ContinuousIntegrationBuild=true");
        test.ShouldContain("/property:CollectCoverage=true /property:CoverletOutputFormat=cobertura /property:ExcludeByFile=*.Generated.cs /property:UseSourceLink=true");
        test.ShouldContain("test-results/Api.xml");
    }

    [Fact]
    public void Coverage_is_collected_where_its_report_was_asked_for()
    {
        Target("ReportCoverage").Invoked = true;
        build.ExecutionPlan = targets;

        Line(new DotNetTestSettings().Apply(((ITest)build).TestSettingsBase)).ShouldContain("/property:CollectCoverage=true");
    }

    [Fact]
    public void The_coverage_report_is_made_of_all_result_files()
    {
        var settings = new ReportGeneratorSettings().Apply(((IReportCoverage)build).ReportGeneratorSettingsBase);

        settings.Reports.ShouldBe([NukeBuild.RootDirectory / "artifacts" / "test-results" / "*.xml"]);
        settings.TargetDirectory.ShouldBe(NukeBuild.RootDirectory / "artifacts" / "reports" / "coverage-report");
        settings.ReportTypes.ShouldBe([ReportTypes.HtmlInline]);
    }

    private static Project Api() => new("Api", @"src\Api\Api.csproj", isTopLevel: true, SampleBuild.SampleSolution);

    private static string Line(ToolOptions options) => string.Join(' ', options.GetArguments());

    private ExecutableTarget Target(string name) => targets.Single(x => x.Name == name);
}
