using System.Globalization;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>A build that tests.</summary>
public interface ITest : ICompile, IHazArtifacts
{
    /// <summary>Where results go.</summary>
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    /// <summary>How many test projects run at once.</summary>
    int TestDegreeOfParallelism => 1;

    /// <summary>Runs all test projects, also after one failed, and sums up.</summary>
    Target Test => _ => _
        .DependsOn(Compile)
        .Produces(TestResultDirectory / "*.trx")
        .Produces(TestResultDirectory / "*.xml")
        .Executes(() =>
        {
            try
            {
                DotNetTest(
                    _ => _
                        .Apply(TestSettingsBase)
                        .Apply(TestSettings)
                        .CombineWith(TestProjects, (_, v) => _
                            .Apply(TestProjectSettingsBase, v)
                            .Apply(TestProjectSettings, v)),
                    completeOnFailure: true,
                    degreeOfParallelism: TestDegreeOfParallelism);
            }
            finally
            {
                ReportTestCount();
            }
        });

    /// <summary>Adds the counts of all result files to the summary.</summary>
    void ReportTestCount()
    {
        var counts = TestOutcomes.Count(TestResultDirectory.GlobFiles("*.trx"));
        ReportSummary(_ => _
            .When(counts.Failed > 0, _ => _
                .AddPair("Failed", counts.Failed.ToString(CultureInfo.InvariantCulture)))
            .AddPair("Passed", counts.Passed.ToString(CultureInfo.InvariantCulture))
            .When(counts.Skipped > 0, _ => _
                .AddPair("Skipped", counts.Skipped.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>What the component sets for all projects.</summary>
    sealed Configure<DotNetTestSettings> TestSettingsBase => _ => _
        .SetConfiguration(Configuration)
        .SetNoBuild(SucceededTargets.Contains(Compile))
        .ResetVerbosity()
        .SetResultsDirectory(TestResultDirectory)
        .When(CoverletSettings.AreWanted(this), CoverletSettings.ForAll(IsServerBuild));

    /// <summary>What the component sets for one project.</summary>
    sealed Configure<DotNetTestSettings, Project> TestProjectSettingsBase => (_, v) => _
        .SetProjectFile(v)
        .AddLoggers($"trx;LogFileName={v.Name}.trx")
        .When(CoverletSettings.AreWanted(this), CoverletSettings.ForProject(TestResultDirectory / $"{v.Name}.xml"));

    /// <summary>What the build sets for all projects.</summary>
    Configure<DotNetTestSettings> TestSettings => _ => _;

    /// <summary>What the build sets for one project.</summary>
    Configure<DotNetTestSettings, Project> TestProjectSettings => (_, v) => _;

    /// <summary>The test projects.</summary>
    IEnumerable<Project> TestProjects { get; }
}
