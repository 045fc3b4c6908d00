using System.Collections;

namespace Nuke.Common.Tooling;

/// <summary>The options of one invocation of a tool.</summary>
public abstract partial class ToolOptions : Options
{
    /// <summary>The program; found by the tool itself, if not set.</summary>
    public string? ProcessToolPath => Get<string>();

    /// <summary>Where it starts.</summary>
    public string? ProcessWorkingDirectory => Get<string>();

    /// <summary>Environment variables on top of the build's.</summary>
    public IReadOnlyDictionary<string, string>? ProcessEnvironmentVariables => Get<IReadOnlyDictionary<string, string>>();

    /// <summary>Milliseconds after which it is killed.</summary>
    public int? ProcessExecutionTimeout => Get<int?>();

    /// <summary>Whether its output is logged.</summary>
    public bool? ProcessOutputLogging => Get<bool?>();

    /// <summary>Whether the invocation is logged.</summary>
    public bool? ProcessInvocationLogging => Get<bool?>();

    /// <summary>Whether another exit code than zero is an error.</summary>
    public bool? ProcessExitHandling => Get<bool?>();

    /// <summary>Texts to redact in all that is logged.</summary>
    public IReadOnlyList<string>? ProcessRedactedSecrets => Get<IReadOnlyList<string>>();

    /// <summary>Arguments behind all others, as they stand.</summary>
    public IReadOnlyList<string>? ProcessAdditionalArguments => Get<IReadOnlyList<string>>();

    /// <summary>What the tool is told to do, in front of all options.</summary>
    internal virtual string? Command => null;

    internal IEnumerable<string> GetSecrets() => ProcessRedactedSecrets ?? [];

    internal Dictionary<string, string>? GetEnvironmentVariables()
    {
        if (ProcessEnvironmentVariables is not { } own)
            return null;

        var all = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            all[(string)variable.Key] = (string?)variable.Value ?? string.Empty;
        foreach (var (key, value) in own)
            all[key] = value;
        return all;
    }
}
