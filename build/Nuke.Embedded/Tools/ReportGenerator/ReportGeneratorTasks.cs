using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>ReportGenerator, from the package that the build project downloads.</summary>
public static class ReportGeneratorTasks
{
    /// <summary>Makes the reports.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> ReportGenerator(ReportGeneratorSettings? options = null)
    {
        options ??= new ReportGeneratorSettings();
        return new ToolExecutor(() => FindTool(options.Framework), ProcessTasks.LogLine).Execute(options);
    }

    /// <inheritdoc cref="ReportGenerator(ReportGeneratorSettings)"/>
    public static IReadOnlyCollection<Output> ReportGenerator(Configure<ReportGeneratorSettings> configurator) =>
        ReportGenerator(configurator(new ReportGeneratorSettings()));

    private static string FindTool(string? framework) =>
        ToolPathResolver.TryGetEnvironmentExecutable("REPORTGENERATOR_EXE")
        ?? NuGetToolPathResolver.GetPackageExecutable(
            "ReportGenerator|dotnet-reportgenerator-globaltool",
            "ReportGenerator.dll|ReportGenerator.exe",
            framework: framework);
}
