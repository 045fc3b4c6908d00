using System.Globalization;

namespace FinanceHub.Benchmarks;

/// <summary>A Markdown table of measured times, and what was not as it must be.</summary>
internal sealed class Table
{
    private static readonly string[] Head = ["What", "Runs", "Median", "p95", "Slowest", "Limit", "Remarks"];

    private readonly List<string[]> _rows = [];
    private readonly List<string> _breaches = [];

    /// <summary>Adds a row of samples: how many, their median, 95th percentile and maximum.</summary>
    public void Add(string what, IReadOnlyList<TimeSpan> samples, string remarks = "", Limit? limit = null)
    {
        var sorted = samples.Order().ToList();
        _rows.Add([what, sorted.Count.ToString(CultureInfo.InvariantCulture), Text(sorted[(sorted.Count - 1) / 2]), Text(sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1]), Text(sorted[^1]), limit?.ToString() ?? "", remarks]);
        Console.Out.WriteLine(Line(_rows[^1]));
        if (limit is not null)
            Require(limit.IsKept(sorted), $"{what}: expected {limit}, found p95 {_rows[^1][3]}, slowest {_rows[^1][4]}");
    }

    /// <summary>What must be so besides times.</summary>
    public void Require(bool holds, string otherwise)
    {
        if (!holds)
            _breaches.Add(otherwise);
    }

    /// <summary>Prints the table, then what was not as it must be.</summary>
    /// <returns>The exit code: 0 if everything was.</returns>
    public int Close()
    {
        Console.Out.WriteLine(this);
        foreach (var breach in _breaches)
            Console.Error.WriteLine($"Not kept: {breach}");
        return _breaches.Count == 0 ? 0 : 1;
    }

    public override string ToString() => string.Join('\n', [Line(Head), $"|{string.Concat(Head.Select(_ => "---|"))}", .. _rows.Select(Line)]);

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>A time as it is written everywhere.</summary>
    public static string Text(TimeSpan time) => time.TotalSeconds >= 10
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0} ms");
}
