using System.Text;
using FinanceHub.Web.Figures;

namespace FinanceHub.Web.Charts;

/// <summary>Draws lines over days.</summary>
internal static class LineChartSvg
{
    /// <summary>The width that the lines are drawn in before they are stretched.</summary>
    private const double Width = 1000;

    /// <summary>More would be narrower than a finger or a pointer, and more rows than anybody reads.</summary>
    private const int MostSamples = 60;

    public static string Draw(LineChart chart)
    {
        var time = new TimeScale(chart.Dates[0], chart.Dates[^1]);
        var values = chart.Series.SelectMany(series => series.Values).OfType<decimal>().Concat(chart.Marks.Select(mark => mark.Value));
        var scale = ValueScale.Of(values, withZero: false);
        var svg = Plot.Open(chart.Id, chart.Title, chart.Description);
        Plot.Grid(svg, scale);
        DrawLines(svg, chart, time, scale);
        Plot.ValueLabels(svg, scale, chart.FormatTick);
        Plot.PlaceLabels(svg, time.Ticks().Select(tick => (time.Share(tick.Day), tick.Label)), toEdge: true);
        DrawBands(svg, chart, time, scale);
        DrawMarks(svg, chart, time, scale);
        return svg.Close("svg").ToString();
    }

    /// <summary>The points that the table and the pointer show: evenly spread, the last one always among them.</summary>
    public static IReadOnlyList<int> Samples(int count)
    {
        if (count <= MostSamples)
            return [.. Enumerable.Range(0, count)];
        return [.. Enumerable.Range(0, MostSamples).Select(i => (int)Math.Round((double)i * (count - 1) / (MostSamples - 1))).Distinct()];
    }

    private static void DrawLines(SvgBuilder svg, LineChart chart, TimeScale time, ValueScale scale)
    {
        svg.Open("svg", ("x", "0"), ("y", Plot.Top), ("width", "100%"), ("height", Plot.Height), ("viewBox", $"0 0 {Width} {Plot.Height}"), ("preserveAspectRatio", "none"), ("overflow", "visible"));
        foreach (var series in chart.Series)
        {
            foreach (var points in Runs(chart.Dates, series, time, scale))
            {
                var line = Line(points);
                if (series.Filled)
                    svg.Empty("path", ("class", $"area {series.Class}"), ("d", $"{line}V{Plot.Height}H{SvgBuilder.Number(points[0].X)}Z"));
                svg.Empty("path", ("class", $"line {series.Class}"), ("d", line), ("vector-effect", "non-scaling-stroke"));
            }
        }

        svg.Close("svg");
    }

    /// <summary>The stretches between gaps.</summary>
    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Runs(IReadOnlyList<DateOnly> dates, LineSeries series, TimeScale time, ValueScale scale)
    {
        List<(double X, double Y)> run = [];
        for (var i = 0; i < dates.Count; i++)
        {
            if (series.Values[i] is { } value)
            {
                run.Add((Plot.X(time.Share(dates[i])) * Width, (1 - scale.Share(value)) * Plot.Height));
                continue;
            }

            if (run.Count > 0)
                yield return run;
            run = [];
        }

        if (run.Count > 0)
            yield return run;
    }

    private static string Line(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(SvgBuilder.Number(x)).Append(' ').Append(SvgBuilder.Number(y));
        // A day of its own between two gaps is a dot.
        return points.Count == 1 ? path.Append("h.01").ToString() : path.ToString();
    }

    private static void DrawBands(SvgBuilder svg, LineChart chart, TimeScale time, ValueScale scale)
    {
        var samples = Samples(chart.Dates.Count);
        double[] places = [.. samples.Select(i => time.Share(chart.Dates[i]))];
        for (var i = 0; i < samples.Count; i++)
        {
            var from = i == 0 ? 0 : (places[i - 1] + places[i]) / 2;
            var to = i == places.Length - 1 ? 1 : (places[i] + places[i + 1]) / 2;
            var known = chart.Series.Select(series => (series.Name, series.Class, Value: series.Values[samples[i]])).Where(point => point.Value is not null).ToList();
            var text = string.Join(" · ", known.Select(point => known.Count == 1 ? chart.Format(point.Value!.Value) : $"{point.Name} {chart.Format(point.Value!.Value)}").Append(Display.Day(chart.Dates[samples[i]])));
            Plot.Band(svg, from, to, places[i], text, known.Select(point => (Plot.Y(scale, point.Value!.Value), point.Class)));
        }
    }

    private static void DrawMarks(SvgBuilder svg, LineChart chart, TimeScale time, ValueScale scale)
    {
        foreach (var mark in chart.Marks.Where(mark => mark.Date >= time.First && mark.Date <= time.Last))
        {
            svg.Open("svg", ("x", SvgBuilder.Percent(Plot.X(time.Share(mark.Date)))), ("y", Plot.Y(scale, mark.Value)), ("overflow", "visible"))
                .Open("path", ("class", mark.IsBuy ? "mark buy" : "mark sell"), ("d", mark.IsBuy ? "M0 -6 6 5H-6Z" : "M0 6 6 -5H-6Z"))
                .Text("title", mark.Text).Close("path").Close("svg");
        }
    }
}
