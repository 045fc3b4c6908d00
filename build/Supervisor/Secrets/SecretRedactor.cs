using System.Text;

namespace FinanceHub.Supervisor.Secrets;

/// <summary>Replaces secrets in text, also in text that comes piece by piece.</summary>
public sealed class SecretRedactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "[REDACTED]";

    private readonly string[] patterns;

    /// <param name="secrets">The values; empty ones are ignored.</param>
    public SecretRedactor(IEnumerable<string> secrets) => patterns =
        [.. secrets.Where(x => x.Length > 0).SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal).OrderByDescending(x => x.Length)];

    /// <summary>Whether there is nothing to hide.</summary>
    public bool IsEmpty => patterns.Length == 0;

    /// <summary>The text without secrets.</summary>
    public string Redact(string text)
    {
        if (IsEmpty || text.Length == 0)
            return text;
        var clean = new StringBuilder(text.Length);
        _ = Redact(text, clean, isLast: true);
        return clean.ToString();
    }

    /// <summary>Redacts as much of a stream's text as is certain.</summary>
    /// <param name="text">What has come and was not yet consumed.</param>
    /// <param name="clean">Gets the redacted text.</param>
    /// <param name="isLast">Whether nothing follows.</param>
    /// <returns>How many characters were consumed; the rest may be the beginning of a secret.</returns>
    public int Redact(ReadOnlySpan<char> text, StringBuilder clean, bool isLast)
    {
        var position = 0;
        while (position < text.Length)
        {
            var rest = text[position..];
            var (length, mayGrow) = Match(rest);
            if (mayGrow && !isLast)
                return position;
            if (length > 0)
                clean.Append(Mark);
            else
                clean.Append(rest[length++]);
            position += length;
        }

        return position;
    }

    // The longest secret that the text begins with, and whether a longer one could be there when more text has come.
    private (int Length, bool MayGrow) Match(ReadOnlySpan<char> text)
    {
        var mayGrow = false;
        foreach (var pattern in patterns)
        {
            if (pattern.Length > text.Length)
                mayGrow |= pattern.AsSpan().StartsWith(text, StringComparison.Ordinal);
            else if (text.StartsWith(pattern, StringComparison.Ordinal))
                return (pattern.Length, mayGrow);
        }

        return (0, mayGrow);
    }
}
