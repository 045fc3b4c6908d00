using System.Globalization;

namespace FinanceHub.Benchmarks;

/// <summary>A Markdown table of measured times.</summary>
internal sealed class Table(params string[] head)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row of samples: how many, their median, 95th percentile and maximum.</summary>
    public void Add(string what, IReadOnlyList<TimeSpan> samples, string remarks = "")
    {
        var sorted = samples.Order().ToList();
        _rows.Add([what, sorted.Count.ToString(CultureInfo.InvariantCulture), Text(sorted[(sorted.Count - 1) / 2]), Text(sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1]), Text(sorted[^1]), remarks]);
        Console.Out.WriteLine(Line(_rows[^1]));
    }

    public override string ToString() => string.Join('\n', [Line(head), $"|{string.Concat(head.Select(_ => "---|"))}", .. _rows.Select(Line)]);

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Text(TimeSpan time) => time.TotalSeconds >= 10
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0} ms");
}
