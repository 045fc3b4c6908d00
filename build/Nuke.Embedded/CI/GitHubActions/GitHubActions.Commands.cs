using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActions
{
    /// <summary>Starts a group that can be folded.</summary>
    public void Group(string group) => WriteCommand("group", group);

    /// <summary>Ends the group.</summary>
    public void EndGroup(string group) => WriteCommand("endgroup", group);

    /// <summary>Writes a message that is shown where debugging is on.</summary>
    public void WriteDebug(string message) => WriteCommand("debug", message);

    /// <summary>Annotates the run with a warning.</summary>
    public void WriteWarning(string message) => WriteCommand("warning", message);

    /// <summary>Annotates the run with an error.</summary>
    public void WriteError(string message) => WriteCommand("error", message);

    /// <summary>Writes a workflow command, <c>::name key=value::message</c>.</summary>
    public void WriteCommand(string command, string? message = null, Configure<IDictionary<string, object>>? dictionaryConfigurator = null)
    {
        var properties = new Dictionary<string, object>();
        var configured = dictionaryConfigurator?.Invoke(properties) ?? properties;
        var rendered = string.Join(",", configured.Select(x => $"{x.Key}={EscapeProperty(x.Value.ToString())}"));
        write($"::{command}{(rendered.Length > 0 ? $" {rendered}" : "")}::{EscapeData(message)}");
    }

    private static string EscapeData(string? data) => (data ?? string.Empty)
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string? value) => EscapeData(value)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
