using Nuke.Common.Tooling;
using Serilog.Events;

namespace Nuke.Common.Tools.Npm;

/// <summary>The npm command line.</summary>
public static class NpmTasks
{
    private static readonly ToolExecutor tool = new(() => NpmPath, Log);

    /// <summary>The program: what <c>NPM_EXE</c> names, else what is on the PATH.</summary>
    public static string NpmPath =>
        ToolPathResolver.TryGetEnvironmentExecutable("NPM_EXE") ?? ToolPathResolver.GetPathExecutable("npm");

    /// <summary>Runs npm with arguments of one's own.</summary>
    /// <inheritdoc cref="Tool" path="/param"/>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> Npm(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Action<IProcess>? exitHandler = null) =>
        tool.Execute(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    // npm says nearly everything on standard error and names the level itself.
    private static void Log(OutputType type, string text)
    {
        var level = text.StartsWith("npm ERR!", StringComparison.Ordinal) || text.StartsWith("npm error", StringComparison.Ordinal)
            ? LogEventLevel.Error
            : text.StartsWith("npm warn", StringComparison.OrdinalIgnoreCase) ? LogEventLevel.Warning : LogEventLevel.Debug;
        Serilog.Log.Write(level, "{Output:l}", text);
    }
}
