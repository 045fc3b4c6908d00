using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>The hosts that the engine knows.</summary>
internal static class Hosts
{
    public static readonly string[] Names = [nameof(GitHubActions), nameof(Terminal)];

    public static Host Detect() => GitHubActions.IsRunningGitHubActions ? new GitHubActions() : new Terminal();

    /// <exception cref="ArgumentException">There is no such host.</exception>
    public static Host Create(string name) => name.ToUpperInvariant() switch
    {
        "GITHUBACTIONS" => new GitHubActions(),
        "TERMINAL" => new Terminal(),
        _ => throw new ArgumentException($"Host '{name}' does not exist. Available are: {string.Join(", ", Names)}", nameof(name)),
    };
}
