using FinanceHub.Web.Api;
using FinanceHub.Web.Charts;
using FinanceHub.Web.Figures;

namespace FinanceHub.Web.Dashboard;

/// <summary>What a portfolio is worth against what was put into it.</summary>
internal static class ValueChart
{
    /// <summary>Null if there are too few days to draw a line.</summary>
    public static LineChart? Of(string id, PerformanceSeries? series)
    {
        if (series is null || series.Points.Count(point => point.Value is not null) < 2)
            return null;

        var currency = series.Currency;
        return new LineChart
        {
            Id = id,
            Title = "Value and net contributions",
            Description = Describe(series),
            Dates = [.. series.Points.Select(point => point.Date)],
            Series =
            [
                new("Value", "value", [.. series.Points.Select(point => point.Value)], Filled: true),
                new("Net contributions", "contributions", [.. series.Points.Select(point => point.NetContributions)]),
            ],
            Format = amount => Display.Money(amount, currency),
            FormatTick = Display.Tick,
        };
    }

    private static string Describe(PerformanceSeries series)
    {
        var known = series.Points.Where(point => point.Value is not null).ToList();
        var (first, last) = (known[0], known[^1]);
        var contributed = last.NetContributions is { } amount ? $", of which {Display.Money(amount, series.Currency)} were put in" : "";
        return $"From {Display.Money(first.Value, series.Currency)} on {Display.Day(first.Date)} to {Display.Money(last.Value, series.Currency)} on {Display.Day(last.Date)}{contributed}.";
    }
}
