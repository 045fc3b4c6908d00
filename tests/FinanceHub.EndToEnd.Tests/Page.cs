using System.Text.RegularExpressions;
using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests;

/// <summary>The commands of the README, as written there: a command that is changed in the page is changed in the tests.</summary>
internal static partial class Readme
{
    /// <summary>The shell blocks below a heading, in order.</summary>
    public static IReadOnlyList<string> Commands(string heading)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var start = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"README.md has no heading '{heading}'");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        var blocks = ShellBlock().Matches(text[start..(end < 0 ? text.Length : end)]).Select(match => match.Groups[1].Value).ToList();
        blocks.ShouldNotBeEmpty($"README.md has no shell block below '{heading}'");
        return blocks;
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
