namespace Nuke.Common.Tooling;

/// <summary>A program to call: <c>Git($"tag {name}")</c>.</summary>
/// <param name="arguments">The arguments; secrets as <c>{secret:r}</c>.</param>
/// <param name="workingDirectory">Where it starts; the build's working directory, if not given.</param>
/// <param name="environmentVariables">All of its environment variables; those of the build, if not given.</param>
/// <param name="timeout">Milliseconds after which it is killed.</param>
/// <param name="logOutput">Whether its output is logged line by line.</param>
/// <param name="logInvocation">Whether program, arguments and directory are logged.</param>
/// <param name="logger">What logs a line.</param>
/// <param name="exitHandler">What happens at its end; if not given, another exit code than zero is an error.</param>
/// <returns>What it wrote.</returns>
public delegate IReadOnlyCollection<Output> Tool(
    ArgumentStringHandler arguments,
    string? workingDirectory = null,
    IReadOnlyDictionary<string, string>? environmentVariables = null,
    int? timeout = null,
    bool? logOutput = null,
    bool? logInvocation = null,
    Action<OutputType, string>? logger = null,
    Action<IProcess>? exitHandler = null);
