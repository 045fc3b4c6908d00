namespace FinanceHub.Web.Charts;

/// <summary>Draws stacked bars.</summary>
internal static class BarChartSvg
{
    private const double Filling = 0.62;

    private const int MostLabels = 12;

    public static string Draw(BarChart chart)
    {
        var scale = ValueScale.Of(chart.Columns.Select(column => column.Values.Sum(value => value ?? 0)), withZero: true);
        var svg = Plot.Open(chart.Id, chart.Title, chart.Description);
        Plot.Grid(svg, scale);
        var place = 1.0 / chart.Columns.Count;
        for (var i = 0; i < chart.Columns.Count; i++)
            DrawColumn(svg, chart, scale, chart.Columns[i], i * place, place);
        Plot.ValueLabels(svg, scale, chart.FormatTick);
        var apart = (chart.Columns.Count + MostLabels - 1) / MostLabels;
        Plot.PlaceLabels(svg, chart.Columns.Select((column, i) => (Share: (i + 0.5) * place, column.Label)).Where((_, i) => i % apart == 0), toEdge: false);
        return svg.Close("svg").ToString();
    }

    private static void DrawColumn(SvgBuilder svg, BarChart chart, ValueScale scale, BarColumn column, double from, double width)
    {
        var reached = 0m;
        for (var part = 0; part < chart.Parts.Count; part++)
        {
            if (column.Values[part] is not { } value || value == 0)
                continue;
            var (one, other) = (Plot.Y(scale, reached), Plot.Y(scale, reached + value));
            svg.Empty(
                "rect", ("class", $"bar {chart.Parts[part].Class}"), ("x", SvgBuilder.Percent(Plot.X(from + width * (1 - Filling) / 2))), ("width", SvgBuilder.Percent(Plot.X(width * Filling) - Plot.X(0))),
                ("y", Math.Min(one, other)), ("height", Math.Abs(one - other)));
            reached += value;
        }

        var text = string.Join(" · ", chart.Parts.Select((part, i) => (part.Name, Value: column.Values[i])).Where(part => part.Value is not null)
            .Select(part => $"{part.Name} {chart.Format(part.Value!.Value)}").Append(column.Label));
        Plot.Band(svg, from, from + width, from + width / 2, text, []);
    }
}
