namespace FinanceHub.Web.Charts;

/// <summary>
/// The ground that every chart stands on: as wide as its place, with text that keeps its size. Places along the width are percents;
/// only the lines themselves are stretched.
/// </summary>
internal static class Plot
{
    public const double Top = 28;

    public const double Height = 212;

    public const double Bottom = Top + Height;

    private const double Labels = 24;

    private const double Edge = 0.07;

    /// <summary>With more labels than this, every second one is still too many for a phone.</summary>
    private const int MostDense = 8;

    /// <summary>Kept free for the labels of the values.</summary>
    private const double Left = 0.06;

    public static SvgBuilder Open(string id, string title, string description) => new SvgBuilder()
        .Open("svg", ("class", "plot"), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-desc"), ("width", "100%"), ("height", Bottom + Labels))
        .Text("title", title, ("id", $"{id}-title"))
        .Text("desc", description, ("id", $"{id}-desc"));

    /// <summary>A place along the width.</summary>
    public static double X(double share) => Left + share * (1 - Left);

    public static double Y(ValueScale scale, decimal value) => Bottom - scale.Share(value) * Height;

    public static void Grid(SvgBuilder svg, ValueScale scale)
    {
        foreach (var y in scale.Ticks.Select(tick => Y(scale, tick)))
            svg.Empty("line", ("class", "grid-line"), ("x1", "0"), ("x2", "100%"), ("y1", y), ("y2", y));
    }

    /// <summary>After the lines: with a halo they stay readable where something reaches behind them.</summary>
    public static void ValueLabels(SvgBuilder svg, ValueScale scale, Func<decimal, string> format)
    {
        foreach (var tick in scale.Ticks)
            svg.Text("text", format(tick), ("class", "tick halo"), ("x", "0"), ("y", Y(scale, tick) - 4));
    }

    /// <summary>Where it is narrow, most of them are left out.</summary>
    /// <param name="svg">The chart.</param>
    /// <param name="labels">Where they stand, and what they say.</param>
    /// <param name="toEdge">Whether some stand at the very edge, where a centred one would reach over it.</param>
    public static void PlaceLabels(SvgBuilder svg, IEnumerable<(double Share, string Label)> labels, bool toEdge)
    {
        var all = labels.ToList();
        var apart = all.Count > MostDense ? 3 : 2;
        foreach (var (i, (share, label)) in all.Index())
        {
            svg.Text("text", label, ("class", i % apart == 0 ? "tick" : "tick wide"), ("x", SvgBuilder.Percent(X(share))), ("y", Bottom + 18), ("text-anchor", toEdge ? Anchor(X(share)) : "middle"));
        }
    }

    private static string Anchor(double share) => share switch
    {
        < Edge => "start",
        > 1 - Edge => "end",
        _ => "middle",
    };

    /// <summary>A part of the width that tells its values when the pointer is over it.</summary>
    public static void Band(SvgBuilder svg, double from, double to, double at, string text, IEnumerable<(double Y, string Class)> dots)
    {
        svg.Open("g", ("class", "band"))
            .Empty("rect", ("class", "sense"), ("x", SvgBuilder.Percent(X(from))), ("y", "0"), ("width", SvgBuilder.Percent(X(to) - X(from))), ("height", Bottom))
            .Empty("line", ("class", "cursor tip"), ("x1", SvgBuilder.Percent(X(at))), ("x2", SvgBuilder.Percent(X(at))), ("y1", Top), ("y2", Bottom));
        foreach (var (y, style) in dots)
            svg.Empty("circle", ("class", $"dot tip {style}"), ("cx", SvgBuilder.Percent(X(at))), ("cy", y), ("r", "4"));
        svg.Text("text", text, ("class", "tip-text tip halo"), ("x", "100%"), ("y", "12"), ("text-anchor", "end")).Close("g");
    }
}
