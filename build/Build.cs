using Nuke.Common;
using Nuke.Components;

/// <summary>
/// The target table: what can be done, and what has to be done before it. Bodies are in Build.*.cs, one file a concern;
/// what they do is in build/Delivery, which knows no engine.
/// </summary>
[DisableDefaultOutput(DefaultOutput.Logo)]
partial class Build : StrictBuild, IHazSolution, IHazConfiguration, IHazArtifacts, IHazReports, IRestore, ICompile, ITest
{
    public static int Main() => Execute<Build>(x => ((ITest)x).Test);

    // ---- Build and check --------------------------------------------------------------------------------------

    Target IRestore.Restore => _ => _
        .Description("Restores the packages that the lock files name")
        .Executes(RestorePackages);

    Target ICompile.Compile => _ => _
        .Description("Compiles the whole solution, warnings as errors")
        .DependsOn<IRestore>()
        .WhenSkipped(DependencyBehavior.Skip)
        .Executes(CompileSolution);

    Target ITest.Test => _ => _
        .Inherit<ITest>()
        .Description("Runs every test with coverage, and judges both; --filter NAME runs some");

    // Not the component IReportCoverage: it makes every target demand a git repository, Rollback at 3 am too.
    Target ReportCoverage => _ => _
        .Description("Writes what the tests covered as pages, artifacts/reports/coverage-report")
        .DependsOn<ITest>()
        .Executes(WriteCoveragePages);

    Target Clean => _ => _
        .Description("Deletes everything that the build made, except running environments")
        .Before<IRestore>()
        .Executes(CleanOutputs);

    Target Lint => _ => _
        .Description("Checks format, style, analyzers and migrations, changing nothing")
        .DependsOn<ICompile>()
        .Before<ITest>()
        .Executes(CheckFormat)
        .Executes(CheckMigrations);

    Target Format => _ => _
        .Description("Mends what Lint finds, as far as that can be done mechanically")
        .DependsOn<IRestore>()
        .Executes(MendFormat);

    Target ResetTests => _ => _
        .Unlisted()
        .Description("Forgets the results of the last test run")
        .DependentFor<ITest>()
        // First: a run that does not even compile must not find an earlier one's verdict.
        .Before<IRestore>()
        .Executes(CleanTestResults);

    Target CountTests => _ => _
        .Unlisted()
        .Description("Fails on a red test, on a project that ran none, and prints why tests were skipped")
        .TriggeredBy<ITest>()
        .AssuredAfterFailure()
        .Executes(JudgeTests);

    Target Coverage => _ => _
        .Description("Fails when less is covered than the threshold; runs with every Test")
        .DependsOn(ReportCoverage)
        .TriggeredBy<ITest>()
        .After(CountTests)
        .OnlyWhenStatic(() => Filter == null)
        .Executes(JudgeCoverage);

    Target Verify => _ => _
        .Description("Fails when a generated file is not what Generate would write")
        .Before<ITest>()
        .Executes(VerifyGenerated);

    Target Generate => _ => _
        .Description("Writes the generated parts of the README")
        .Executes(WriteGenerated);

    Target Version => _ => _
        .Description("Prints the version of the working tree")
        .Executes(PrintVersion);

    // ---- Deliver ----------------------------------------------------------------------------------------------

    Target Preflight => _ => _
        .Unlisted()
        .Description("Refuses what Deploy could not do anyway, before anything is built")
        .Executes(CheckDeployable);

    Target Bundle => _ => _
        .Description("Publishes every host once into an immutable release, artifacts/releases/ID")
        .After(Preflight)
        .Produces(ReleasesDirectory / "*")
        .Executes(MakeBundle);

    Target Deploy => _ => _
        .Description("Replaces the running release without losing a request; the old one stays for Rollback")
        .DependsOn(Preflight, Bundle)
        .Executes(DeployRelease);

    Target Rehearse => _ => _
        .Description("Plays a deploy and the rollback from it, with data, beside what serves, which is only read; --json for a machine")
        .DependsOn(Bundle)
        .Executes(RehearseRelease);

    Target Rollback => _ => _
        .Description("Brings the last good release back and verifies it")
        .Executes(RollBackRelease);

    Target Seed => _ => _
        .Description("Adds a demo account with three years of activities, and prints how to sign in")
        .Executes(SeedDemo);

    Target LiftHold => _ => _
        .Description("Allows again what a rollback has held")
        .Executes(LiftHolds);

    Target Unlock => _ => _
        .Description("Fences off whoever has locked the environment; asks first if the holder is alive")
        .Executes(UnlockEnvironment);

    Target History => _ => _
        .Description("What happened, row by row; --verify proves that nobody changed it")
        .Executes(PrintHistory);

    Target Metrics => _ => _
        .Description("How often, how fast and how well: the five measures of DORA, from the history")
        .Executes(PrintMetrics);

    Target Status => _ => _
        .Description("What runs, since when, and what Rollback would bring back")
        .Executes(PrintStatus);

    Target Logs => _ => _
        .Description("The services' logs")
        .Executes(PrintLogs);

    Target Smoke => _ => _
        .Description("Uses the running release as a customer does, and leaves nothing behind")
        .Executes(RunSmoke);

    Target Health => _ => _
        .Description("The health reports of every service, with response times")
        .Executes(PrintHealth);

    Target Stop => _ => _
        .Description("Stops the environment in order; --purge removes its data as well")
        .Executes(StopEnvironment);

    Target Benchmark => _ => _
        .Description("Measures the front door, deploys and rollbacks under load, accounting and the product; fails where a limit is not kept")
        .Executes(RunBenchmark);
}
