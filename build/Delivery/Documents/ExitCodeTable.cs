using System.Text.RegularExpressions;

namespace FinanceHub.Delivery.Documents;

/// <summary>The exit codes as a Markdown table, from the comments that the code itself carries: they are written once.</summary>
public static partial class ExitCodeTable
{
    /// <summary>Renders the table.</summary>
    /// <param name="source">The text of <c>ExitCode.cs</c>.</param>
    /// <exception cref="DeliveryFailure">A member has no one-line summary, so that the table would be incomplete.</exception>
    public static string Render(string source)
    {
        var documented = Member().Matches(source).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["summary"].Value);
        var silent = Enum.GetNames<ExitCode>().Where(name => !documented.ContainsKey(name)).ToList();
        return silent.Count == 0
            ? string.Join('\n', Enum.GetValues<ExitCode>().Select(code => $"| {(int)code} | {documented[code.ToString()]} |").Prepend("| Code | Meaning |\n|---|---|"))
            : throw new DeliveryFailure(ExitCode.Failed, $"ExitCode.cs says nothing about {string.Join(", ", silent)}: expected a one-line summary above each. Write it, then: ./build.sh Generate");
    }

    [GeneratedRegex(@"/// <summary>(?<summary>.+)</summary>\s+(?<name>\w+) = \d+,")]
    private static partial Regex Member();
}
