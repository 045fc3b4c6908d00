using System.Globalization;
using FinanceHub.Delivery;
using FinanceHub.Delivery.Gates;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Tools.ReportGenerator;
using Nuke.Components;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;
using static Nuke.Common.Tools.ReportGenerator.ReportGeneratorTasks;

/// <summary>Tests, coverage, lint: the gates. What a gate finds is in artifacts/evidence.</summary>
partial class Build
{
    public IEnumerable<Project> TestProjects => ((IHazSolution)this).Solution.GetAllProjects("*.Tests");

    public Configure<DotNetTestSettings> TestSettings => _ =>
    {
        _ = _
            .SetDataCollector("XPlat Code Coverage")
            .SetSettingsFile(RootDirectory / "tests" / "coverage.runsettings")
            // Tests start thousands of processes, and this hardening of the runtime is a quarter of what each of them takes to start.
            .SetProcessEnvironmentVariable("DOTNET_EnableWriteXorExecute", "0")
            // CountTests judges, from the results: a red test needs no stack trace of the build.
            .DisableProcessExitHandling();
        return Filter is null ? _ : _.SetFilter($"FullyQualifiedName~{Filter}");
    };

    AbsolutePath TestResultDirectory => ((ITest)this).TestResultDirectory;

    Evidence Evidence => new(EvidenceDirectory, SecretOutput.Redact);

    // The components' own bodies would do, but for their stack trace below a compiler error that needs none.
    void RestorePackages() => RunTool("The packages cannot be restored; what is listed above says which.", () =>
        DotNetRestore(_ => _.Apply(((IRestore)this).RestoreSettingsBase).Apply(((IRestore)this).RestoreSettings)));

    void CompileSolution() => RunTool("The solution does not compile; what is listed above says where.", () =>
        DotNetBuild(_ => _.Apply(((ICompile)this).CompileSettingsBase).Apply(((ICompile)this).CompileSettings)));

    void CleanOutputs()
    {
        foreach (var directory in RootDirectory.GlobDirectories("{src,tests}/*/{bin,obj}"))
        {
            directory.DeleteDirectory();
        }

        ArtifactsDirectory.CreateOrCleanDirectory();
    }

    // What an earlier run left would be counted again.
    void CleanTestResults()
    {
        TestResultDirectory.CreateOrCleanDirectory();
        (ReportDirectory / "tests.summary").DeleteFile();
        Evidence.Forget("tests", "coverage");
    }

    void CheckFormat() => Run(() => Evidence.Record("lint", figures =>
    {
        figures["solution"] = ((IHazSolution)this).Solution.FileName;
        RunTool("The format check found what is listed above, expected nothing. Mend it: ./build.sh Format", () =>
            // Only the whitespace: style and analyzers were errors of Compile already, and to run them again takes a minute.
            DotNet($"format whitespace {((IHazSolution)this).Solution.Path} --no-restore --verify-no-changes"));
    }));

    // With the tool that was just compiled: it reads its own migrations, and needs no database.
    void CheckMigrations() => Run(() => Evidence.Record("migrations", figures =>
    {
        var tool = RootDirectory / "src" / "FinanceHub.Database" / "bin" / ((IHazConfiguration)this).Configuration / "net10.0" / "FinanceHub.Database.dll";
        figures["providers"] = string.Join(", ", MigrationProviders);
        foreach (var provider in MigrationProviders)
        {
            RunTool($"The migrations of {provider} break the rules that are listed above, expected none.", () => DotNet($"{tool} lint --provider {provider}"));
            RunTool($"The migrations of {provider} cannot be counted; what is listed above says why.", () =>
                figures[$"{provider}Migrations"] = MigrationCount.Require(provider, DotNet($"{tool} lint --provider {provider} --json", logOutput: false).StdToText()));
        }
    }));

    static readonly string[] MigrationProviders = ["sqlite", "postgresql"];

    void MendFormat() => RunTool("Not everything can be mended mechanically; what is listed above says what is left.", () =>
        DotNetFormat(_ => _.SetProject(((IHazSolution)this).Solution).EnableNoRestore()));

    void WriteCoveragePages() => RunTool("The coverage pages cannot be written; what is listed above says why.", () => ReportGenerator(_ => _
        .SetReports(TestResultDirectory / "**" / "coverage.cobertura.xml")
        .SetTargetDirectory(ReportDirectory / "coverage-report")
        .SetReportTypes(ReportTypes.HtmlInline)
        .SetFramework("net10.0")));

    void JudgeTests() => Run(() => Evidence.Record("tests", figures =>
    {
        // A filter leaves most projects without a test; the run as a whole must still have one.
        var results = TestResults.Read(TestResultDirectory, Filter is null ? [.. TestProjects.Select(project => project.Name)] : []);
        (figures["passed"], figures["failed"], figures["skipped"], figures["filter"]) = (results.Passed, results.Failed, results.Skipped.Count, Filter);
        (ReportDirectory / "tests.summary").WriteAllText(results.Summary + "\n");
        Log.Information("{Summary:l}", results.Summary);
        foreach (var test in results.Skipped)
        {
            Log.Warning("Skipped: {Test:l}: {Reason:l}", test.Name, test.Reason);
        }

        results.Require();
    }));

    void JudgeCoverage() => Run(() => Evidence.Record("coverage", figures =>
    {
        var coverage = CoverageGate.Read(TestResultDirectory);
        (figures["linePercent"], figures["threshold"]) = (Math.Round(coverage.LinePercent, 2), CoverageThreshold);
        foreach (var assembly in coverage.Assemblies)
        {
            Log.Information("{Percent,6:l} %  {Assembly:l}", assembly.LinePercent.ToString("F1", CultureInfo.InvariantCulture), assembly.Name);
        }

        Log.Information("{Percent,6:l} %  of {Lines} lines", coverage.LinePercent.ToString("F1", CultureInfo.InvariantCulture), coverage.CoverableLines);
        coverage.Require(CoverageThreshold);
    }));
}
