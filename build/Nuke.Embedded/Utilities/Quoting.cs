using System.Buffers;
using System.Text;

namespace Nuke.Common.Utilities;

/// <summary>Quoting of values on a command line.</summary>
internal static class Quoting
{
    private static readonly SearchValues<char> needsQuotes = SearchValues.Create(" \t\n\r\"");

    public static string DoubleQuote(this string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public static string SingleQuote(this string text) => $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'";

    /// <summary>As the invoked program splits its arguments: the text arrives as one argument, character by character.</summary>
    public static string DoubleQuoteIfNeeded(this string text)
    {
        if (text.IsDoubleQuoted() || (text.Length > 0 && !text.AsSpan().ContainsAny(needsQuotes)))
            return text;

        // Backslashes count only in front of a quote, the closing one included.
        var escaped = new StringBuilder();
        var backslashes = 0;
        foreach (var character in text)
        {
            if (character == '"')
                escaped.Append('\\', backslashes + 1);
            backslashes = character == '\\' ? backslashes + 1 : 0;
            escaped.Append(character);
        }

        return $"\"{escaped.Append('\\', backslashes)}\"";
    }

    public static string SingleQuoteIfNeeded(this string text) => text.AsSpan().ContainsAny(" \t\n\r\"") ? text.SingleQuote() : text;

    public static bool IsDoubleQuoted(this string text) => text.Length > 1 && text.StartsWith('"') && text.EndsWith('"');

    public static bool IsSingleQuoted(this string text) => text.Length > 1 && text.StartsWith('\'') && text.EndsWith('\'');
}
