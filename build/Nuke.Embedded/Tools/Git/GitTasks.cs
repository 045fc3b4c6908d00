using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Git;

/// <summary>The git command line.</summary>
public static class GitTasks
{
    private static readonly ToolExecutor tool = new(() => GitPath, Log);

    /// <summary>The program: what <c>GIT_EXE</c> names, else what is on the PATH.</summary>
    public static string GitPath =>
        ToolPathResolver.TryGetEnvironmentExecutable("GIT_EXE") ?? ToolPathResolver.GetPathExecutable("git");

    /// <summary>Runs git with arguments of one's own.</summary>
    /// <inheritdoc cref="Tool" path="/param"/>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> Git(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Action<IProcess>? exitHandler = null) =>
        tool.Execute(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    // git reports progress on standard error.
    private static void Log(OutputType type, string text) => Serilog.Log.Debug("{Output:l}", text);
}
