namespace Nuke.Common.Tooling;

/// <summary>A program whose place is looked up when it is first needed.</summary>
internal sealed class ToolExecutor(Func<string> toolPath, Action<OutputType, string> defaultLogger)
{
    private readonly Lazy<string> path = new(toolPath);

    public IReadOnlyCollection<Output> Execute(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Action<IProcess>? exitHandler = null)
    {
        using var process = ProcessTasks.StartProcess(
            path.Value,
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger ?? defaultLogger);
        process.AssertWaitForExit();
        (exitHandler ?? (x => x.AssertZeroExitCode()))(process);
        return process.Output;
    }

    public IReadOnlyCollection<Output> Execute(ToolOptions options)
    {
        using var process = ProcessTasks.StartProcess(
            options.ProcessToolPath ?? path.Value,
            string.Join(' ', options.GetArguments()),
            options.ProcessWorkingDirectory,
            options.GetEnvironmentVariables(),
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            defaultLogger,
            Redaction.Of(options.GetSecrets()));
        process.AssertWaitForExit();
        if (options.ProcessExitHandling != false)
            process.AssertZeroExitCode();
        return process.Output;
    }
}
