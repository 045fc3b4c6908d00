using System.Text;
using System.Text.RegularExpressions;

namespace FinanceHub.Database.Sql;

/// <summary>What is within parentheses and what is not. Quotation marks of names are respected; texts are empty here.</summary>
internal static partial class Parentheses
{
    /// <summary>The parts between the commas outside of all parentheses.</summary>
    public static IReadOnlyList<string> Split(string shape)
    {
        var parts = new List<StringBuilder> { new() };
        foreach (var (token, depth) in Tokens(shape))
        {
            if (depth == 0 && token is ",")
                parts.Add(new StringBuilder());
            else
                parts[^1].Append(token);
        }

        return [.. parts.Select(part => part.ToString().Trim())];
    }

    /// <summary>The text with every outermost pair of parentheses emptied.</summary>
    public static string Outline(string shape) => string.Concat(Tokens(shape).Where(token => token.Depth == 0).Select(token => token.Text));

    /// <summary>Each token with how many parentheses are open around it; the outermost ones themselves are around none.</summary>
    private static IEnumerable<(string Text, int Depth)> Tokens(string shape)
    {
        var depth = 0;
        foreach (var token in Token().Matches(shape).Select(match => match.Value))
        {
            if (token is ")" && depth > 0)
                depth--;
            yield return (token, depth);
            if (token is "(")
                depth++;
        }
    }

    [GeneratedRegex("""
        "(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|.
        """, RegexOptions.Singleline)]
    private static partial Regex Token();
}
