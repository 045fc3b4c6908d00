using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.ReportGenerator;
using static Nuke.Common.Tools.ReportGenerator.ReportGeneratorTasks;

namespace Nuke.Components;

/// <summary>A build that reports which code its tests cover.</summary>
public interface IReportCoverage : ITest, IHazReports, IHazGitRepository
{
    /// <summary>Whether pages are made.</summary>
    bool CreateCoverageHtmlReport { get; }

    /// <summary>Whether the figures go to Codecov.</summary>
    bool ReportToCodecov { get; }

    /// <summary>The right to write there.</summary>
    [Parameter]
    [Secret]
    string? CodecovToken => TryGetValue(() => CodecovToken);

    /// <summary>Where the pages go.</summary>
    AbsolutePath CoverageReportDirectory => ReportDirectory / "coverage-report";

    /// <summary>Where they are packed.</summary>
    AbsolutePath CoverageReportArchive => CoverageReportDirectory.WithExtension("zip");

    /// <summary>Makes the reports of what the tests left.</summary>
    Target ReportCoverage => _ => _
        .DependsOn(Test)
        .TryAfter<ITest>()
        .Consumes(Test)
        .Produces(CoverageReportArchive)
        .Requires(() => !ReportToCodecov || CodecovToken != null)
        .Executes(() =>
        {
            Assert.False(ReportToCodecov, "Reporting to Codecov needs the packages of NUKE itself: set NUKE_ENGINE=packages");
            if (!CreateCoverageHtmlReport)
                return;

            ReportGenerator(_ => _
                .Apply(ReportGeneratorSettingsBase)
                .Apply(ReportGeneratorSettings));
            CoverageReportDirectory.ZipTo(CoverageReportArchive);
        });

    /// <summary>What the component sets.</summary>
    sealed Configure<ReportGeneratorSettings> ReportGeneratorSettingsBase => _ => _
        .SetReports(TestResultDirectory / "*.xml")
        .SetReportTypes(ReportTypes.HtmlInline)
        .SetTargetDirectory(CoverageReportDirectory)
        .SetFramework("netcoreapp2.1");

    /// <summary>What the build sets.</summary>
    Configure<ReportGeneratorSettings> ReportGeneratorSettings => _ => _;
}
