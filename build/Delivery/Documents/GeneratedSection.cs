namespace FinanceHub.Delivery.Documents;

/// <summary>
/// A part of a hand-written Markdown file that is generated: what stands between <c>&lt;!-- generated: NAME --&gt;</c> and
/// <c>&lt;!-- /generated --&gt;</c>.
/// </summary>
/// <param name="file">Path of the Markdown file.</param>
/// <param name="name">The section's name.</param>
/// <param name="content">What it should say, without a line break at the end.</param>
public sealed class GeneratedSection(string file, string name, string content)
{
    private const string End = "<!-- /generated -->";

    /// <summary>The section's name.</summary>
    public string Name => name;

    private string Begin => $"<!-- generated: {name} -->";

    /// <summary>Whether the file already says it.</summary>
    /// <exception cref="DeliveryFailure">The file has no such section.</exception>
    public bool IsCurrent => File.ReadAllText(file) == Rewritten();

    /// <summary>Writes the section; the rest of the file stays as it is.</summary>
    /// <exception cref="DeliveryFailure">The file has no such section.</exception>
    public void Write() => File.WriteAllText(file, Rewritten());

    private string Rewritten()
    {
        var text = File.ReadAllText(file);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : text.IndexOf(End, begin, StringComparison.Ordinal);
        return end < 0
            ? throw new DeliveryFailure(ExitCode.Failed, $"'{file}' has no generated section '{name}': expected a line '{Begin}' and, after it, '{End}'. Put the two lines where the section belongs, then: ./build.sh Generate")
            : string.Concat(text.AsSpan(0, begin + Begin.Length), $"\n{content}\n", text.AsSpan(end));
    }
}
