using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>Speed and memory are measured here, never by a test with a stopwatch.</summary>
partial class Build
{
    void RunBenchmark() => RunTool("The benchmark did not complete; what is listed above says why.", () => DotNetRun(_ => _
        .SetProjectFile(RootDirectory / "tests" / "FinanceHub.Benchmarks" / "FinanceHub.Benchmarks.csproj")
        .SetConfiguration("Release")));
}
