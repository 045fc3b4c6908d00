namespace Nuke.Common.Tooling;

internal static class Redaction
{
    private const string Mark = "[REDACTED]";

    public static Func<string, string> Of(IEnumerable<string> secrets)
    {
        // The longest first: one secret may be part of another.
        var sorted = secrets.Where(x => !string.IsNullOrEmpty(x)).Distinct().OrderByDescending(x => x.Length).ToList();
        return text => sorted.Aggregate(text, (redacted, secret) => redacted.Replace(secret, Mark, StringComparison.Ordinal));
    }
}
