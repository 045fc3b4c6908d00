namespace FinanceHub.Web.Charts;

/// <summary>One line of a chart; a null is a gap.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Class">For its looks.</param>
/// <param name="Values">One for each date of the chart.</param>
/// <param name="Filled">Whether the area below it is tinted.</param>
public sealed record LineSeries(string Name, string Class, IReadOnlyList<decimal?> Values, bool Filled = false);

/// <summary>Something that happened on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">Where it is drawn.</param>
/// <param name="IsBuy">Bought, or else sold.</param>
/// <param name="Text">What happened.</param>
public sealed record ChartMark(DateOnly Date, decimal Value, bool IsBuy, string Text);

/// <summary>Lines over days.</summary>
public sealed record LineChart
{
    /// <summary>Unique on its page.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<DateOnly> Dates { get; init; }

    public required IReadOnlyList<LineSeries> Series { get; init; }

    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>A value in full.</summary>
    public required Func<decimal, string> Format { get; init; }

    /// <summary>A value beside the axis.</summary>
    public required Func<decimal, string> FormatTick { get; init; }
}

/// <summary>A column of a bar chart: what it is built of, from the bottom up.</summary>
public sealed record BarColumn(string Label, IReadOnlyList<decimal?> Values);

/// <summary>Stacked bars.</summary>
public sealed record BarChart
{
    /// <summary>Unique on its page.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>The first one names the columns.</summary>
    public required string LabelName { get; init; }

    public required IReadOnlyList<(string Name, string Class)> Parts { get; init; }

    public required IReadOnlyList<BarColumn> Columns { get; init; }

    /// <summary>A value in full.</summary>
    public required Func<decimal, string> Format { get; init; }

    /// <summary>A value beside the axis.</summary>
    public required Func<decimal, string> FormatTick { get; init; }
}
