using System.Diagnostics;
using System.Text;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Starts programs and collects their output.</summary>
public static class ProcessTasks
{
    /// <summary>Whether output is logged where the call does not say.</summary>
    public static bool DefaultLogOutput { get; set; } = true;

    /// <summary>Whether the invocation is logged where the call does not say.</summary>
    public static bool DefaultLogInvocation { get; set; } = true;

    /// <summary>Starts a program; secrets of the interpolated arguments are redacted in all that is logged.</summary>
    /// <exception cref="ArgumentException">Program or directory do not exist.</exception>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null)
    {
        var filter = arguments.GetFilter();
        return StartProcess(
            toolPath,
            arguments.ToStringAndClear(),
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            filter);
    }

    /// <summary>Starts a program.</summary>
    /// <param name="toolPath">A path, or a name that is looked up on the PATH; a <c>.dll</c> is run with dotnet.</param>
    /// <param name="arguments">The arguments, quoted where needed.</param>
    /// <param name="workingDirectory">Where it starts; the build's working directory, if not given.</param>
    /// <param name="environmentVariables">All of its environment variables; those of the build, if not given.</param>
    /// <param name="timeout">Milliseconds after which it is killed.</param>
    /// <param name="logOutput">Whether its output is logged line by line.</param>
    /// <param name="logInvocation">Whether program, arguments and directory are logged.</param>
    /// <param name="logger">What logs a line; standard error at error level, if not given.</param>
    /// <param name="outputFilter">Applied to whatever is logged: the place to redact secrets.</param>
    /// <exception cref="ArgumentException">Program or directory do not exist.</exception>
    public static IProcess StartProcess(
        string toolPath,
        string? arguments = null,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<string, string>? outputFilter = null)
    {
        toolPath.NotNull();
        if (!toolPath.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
            toolPath = ToolPathResolver.GetPathExecutable(toolPath);
        Assert.FileExists(toolPath);

        if (toolPath.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            arguments = $"{toolPath.DoubleQuoteIfNeeded()} {arguments}".TrimEnd();
            toolPath = ToolPathResolver.GetDotNetExecutable();
        }

        var startInfo = CreateStartInfo(toolPath, arguments ?? string.Empty, workingDirectory, environmentVariables);
        var filter = outputFilter ?? (x => x);
        if (logInvocation ?? DefaultLogInvocation)
            LogInvocation(startInfo, filter);

        return StartedProcess.Start(
            startInfo,
            timeout is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            logOutput ?? DefaultLogOutput ? logger ?? LogLine : null,
            filter);
    }

    internal static void LogLine(OutputType type, string text) =>
        Log.Write(type == OutputType.Err ? LogEventLevel.Error : LogEventLevel.Debug, "{Output:l}", text);

    private static ProcessStartInfo CreateStartInfo(
        string toolPath,
        string arguments,
        string? workingDirectory,
        IReadOnlyDictionary<string, string>? environmentVariables)
    {
        workingDirectory ??= EnvironmentInfo.WorkingDirectory;
        Assert.DirectoryExists(workingDirectory);

        var startInfo = new ProcessStartInfo(toolPath, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };

        if (environmentVariables is not null)
        {
            startInfo.Environment.Clear();
            foreach (var (key, value) in environmentVariables)
                startInfo.Environment[key] = value;
        }

        return startInfo;
    }

    private static void LogInvocation(ProcessStartInfo startInfo, Func<string, string> filter)
    {
        Log.Information("> {ToolPath:l} {Arguments:l}", startInfo.FileName.DoubleQuoteIfNeeded(), filter(startInfo.Arguments));
        Log.Write(
            startInfo.WorkingDirectory == EnvironmentInfo.WorkingDirectory ? LogEventLevel.Verbose : LogEventLevel.Information,
            "@ {WorkingDirectory:l}",
            startInfo.WorkingDirectory);
    }
}
