using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>Speed and memory are measured here, never by a test with a stopwatch.</summary>
partial class Build
{
    void RunBenchmark() => RunTool("The benchmark did not complete, or a limit was not kept; what is listed above says which.", () => DotNetRun(_ => _
        .SetProjectFile(RootDirectory / "tests" / "FinanceHub.Benchmarks" / "FinanceHub.Benchmarks.csproj")
        .SetConfiguration("Release")));
}
