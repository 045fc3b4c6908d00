using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The dotnet command line.</summary>
public static partial class DotNetTasks
{
    private static readonly ToolExecutor tool = new(() => DotNetPath, DotNetLogger.Log);

    /// <summary>The program: what <c>DOTNET_EXE</c> names, else what is on the PATH.</summary>
    public static string DotNetPath => ToolPathResolver.GetDotNetExecutable();

    /// <summary>Runs dotnet with arguments of one's own.</summary>
    /// <inheritdoc cref="Tool" path="/param"/>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNet(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Action<IProcess>? exitHandler = null) =>
        tool.Execute(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    private static IReadOnlyCollection<(T Settings, IReadOnlyCollection<Output> Output)> Combine<T>(
        CombinatorialConfigure<T> configurator,
        int degreeOfParallelism,
        bool completeOnFailure)
        where T : ToolOptions, new() =>
        Combinations.Execute(configurator(new T()), tool.Execute, DotNetLogger.Log, degreeOfParallelism, completeOnFailure);
}
