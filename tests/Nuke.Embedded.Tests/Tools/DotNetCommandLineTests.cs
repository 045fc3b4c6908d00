using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Tools.ReportGenerator;

namespace Nuke.Embedded.Tests.Tools;

public sealed class DotNetCommandLineTests
{
    private static readonly AbsolutePath project = "/the repository/tests/A.csproj";

    [Fact]
    public void Tests_are_run_as_the_options_say() => Line(new DotNetTestSettings()
            .SetConfiguration("Release")
            .SetNoBuild(true)
            .SetResultsDirectory("/results")
            .SetDataCollector("XPlat Code Coverage")
            .SetSettingsFile("/coverage.runsettings")
            .SetFilter("FullyQualifiedName~Api")
            .AddLoggers("trx;LogFileName=A.trx", "console")
            .SetRunSetting("RunConfiguration.MaxCpuCount", 1)
            .SetProjectFile(project))
        .ShouldBe("test \"/the repository/tests/A.csproj\" --configuration Release --no-build --results-directory /results "
                  + "--collect \"XPlat Code Coverage\" --settings /coverage.runsettings --filter FullyQualifiedName~Api "
                  + "--logger trx;LogFileName=A.trx --logger console -- RunConfiguration.MaxCpuCount=1");

    [Fact]
    public void Several_run_settings_share_one_separator() =>
        Line(new DotNetTestSettings().SetRunSetting("A", 1).SetRunSetting("B", 2)).ShouldBe("test -- A=1 B=2");

    [Fact]
    public void A_build_is_told_properties_with_MSBuilds_separators_escaped() => Line(new DotNetBuildSettings()
            .SetProjectFile("All.sln")
            .SetVerbosity(DotNetVerbosity.minimal)
            .SetOutputDirectory("/o")
            .SetSelfContained(false)
            .SetVersion("1.2.3")
            .SetProperty("List", "a;b,c")
            .SetProperty("Flag", true)
            .EnableNoLogo())
        .ShouldBe("build All.sln --verbosity minimal --output /o --self-contained false /property:Version=1.2.3 /property:List=a%3Bb%2Cc /property:Flag=true --nologo");

    [Fact]
    public void A_switch_that_is_off_is_left_out() =>
        Line(new DotNetBuildSettings().SetNoRestore(false).SetNoLogo(null)).ShouldBe("build");

    [Fact]
    public void A_project_is_published() => Line(new DotNetPublishSettings()
            .SetProject(project).SetOutput("/out dir").SetRuntime("linux-x64").EnableSelfContained().EnableNoBuild())
        .ShouldBe("publish \"/the repository/tests/A.csproj\" --output \"/out dir\" --runtime linux-x64 --self-contained true --no-build");

    [Fact]
    public void Packages_are_restored() => Line(new DotNetRestoreSettings()
            .EnableLockedMode().SetProjectFile("A.sln").AddSources("one", "two").SetIgnoreFailedSources(true))
        .ShouldBe("restore A.sln --locked-mode --source one --source two --ignore-failed-sources");

    [Fact]
    public void A_program_gets_its_own_arguments_last() => Line(new DotNetRunSettings()
            .SetApplicationArguments("--port 80 --name \"x y\"").SetProjectFile("A.csproj").SetConfiguration("Debug"))
        .ShouldBe("run --project A.csproj --configuration Debug -- --port 80 --name \"x y\"");

    [Fact]
    public void The_other_commands_are_spelled_as_dotnet_knows_them()
    {
        Line(new DotNetPackSettings().SetProject("P").SetOutputDirectory("o").EnableIncludeSymbols()).ShouldBe("pack P --output o --include-symbols");
        Line(new DotNetCleanSettings().SetProject("P").SetConfiguration("Debug")).ShouldBe("clean P --configuration Debug");
        Line(new DotNetFormatSettings().EnableVerifyNoChanges().SetProject("P").SetSeverity(DotNetFormatSeverity.warn).AddInclude("a", "b c"))
            .ShouldBe("format P --verify-no-changes --severity warn --include a \"b c\"");
        Line(new DotNetToolRestoreSettings().SetToolManifest("m")).ShouldBe("tool restore --tool-manifest m");
    }

    [Fact]
    public void Reports_are_made_of_all_files_at_once() => Line(new ReportGeneratorSettings()
            .SetReports("/a b/*.xml", "/c.xml").SetTargetDirectory("/t").SetReportTypes(ReportTypes.HtmlInline, ReportTypes.TextSummary).SetFramework("net10.0"))
        .ShouldBe("-reports:\"/a b/*.xml\";/c.xml -targetdir:/t -reporttypes:HtmlInline;TextSummary");

    private static string Line(ToolOptions options) => string.Join(' ', options.GetArguments());
}
