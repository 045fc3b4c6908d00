using FinanceHub.Web.Api;
using FinanceHub.Web.Charts;
using FinanceHub.Web.Figures;

namespace FinanceHub.Web.Performance;

/// <summary>How far returns alone have carried, whatever was put in or taken out.</summary>
internal static class ReturnChart
{
    /// <summary>Null if there are too few days to draw a line.</summary>
    public static LineChart? Of(PerformanceSeries? series)
    {
        var start = series?.Points.FirstOrDefault(point => point.Index is not null)?.Index;
        if (start is null or 0 || series!.Points.Count(point => point.Index is not null) < 2)
            return null;

        var last = series.Points.Last(point => point.Index is not null);
        return new LineChart
        {
            Id = "returns",
            Title = "Time-weighted return",
            Description = $"{Display.Change(last.Index / start - 1)} until {Display.Day(last.Date)}.",
            Dates = [.. series.Points.Select(point => point.Date)],
            Series = [new("Return", "c2", [.. series.Points.Select(point => point.Index / start - 1)])],
            Format = share => Display.Change(share),
            FormatTick = Display.PercentTick,
        };
    }
}
