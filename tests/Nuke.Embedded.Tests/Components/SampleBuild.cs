using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

namespace Nuke.Embedded.Tests.Components;

/// <summary>A build of components only, as a user writes it.</summary>
internal sealed class SampleBuild : NukeBuild, IReportCoverage
{
    public static readonly Solution SampleSolution = new("/the repository/All.sln");

    public Solution Solution => SampleSolution;

    public IEnumerable<Project> TestProjects => [];

    public bool CreateCoverageHtmlReport => true;

    public bool ReportToCodecov => false;

    public Configure<DotNetTestSettings> TestSettings => _ => _
        .SetDataCollector("XPlat Code Coverage");
}
