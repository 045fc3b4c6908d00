namespace FinanceHub.Web.Performance;

/// <summary>How far back to look.</summary>
public sealed record TimeRange
{
    private readonly Func<DateOnly, DateOnly?> _from;

    private TimeRange(string key, string label, Func<DateOnly, DateOnly?> from) => (Key, Label, _from) = (key, label, from);

    /// <summary>In an address.</summary>
    public string Key { get; }

    public string Label { get; }

    public static TimeRange Year { get; } = new("1y", "1 year", today => today.AddYears(-1));

    public static TimeRange Whole { get; } = new("all", "All", _ => null);

    public static IReadOnlyList<TimeRange> All { get; } =
    [
        new("1m", "1 month", today => today.AddMonths(-1)),
        new("3m", "3 months", today => today.AddMonths(-3)),
        new("6m", "6 months", today => today.AddMonths(-6)),
        new("ytd", "This year", today => new DateOnly(today.Year - 1, 12, 31)),
        Year,
        new("3y", "3 years", today => today.AddYears(-3)),
        new("5y", "5 years", today => today.AddYears(-5)),
        Whole,
    ];

    public static TimeRange? Find(string? key) => All.FirstOrDefault(range => range.Key == key);

    /// <summary>The first day; null for the beginning.</summary>
    public DateOnly? From(DateOnly today) => _from(today);
}
