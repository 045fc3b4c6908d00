using FinanceHub.Web.Api;
using FinanceHub.Web.Charts;
using FinanceHub.Web.Figures;

namespace FinanceHub.Web.Holdings;

/// <summary>The closes of an instrument, and where it was bought and sold, all of it in the shares of today.</summary>
internal static class PriceChart
{
    private const string Raw = "RAW";

    /// <summary>Null if there are too few prices to draw a line.</summary>
    public static LineChart? Of(PriceHistory? history, IReadOnlyList<Activity> activities)
    {
        if (history is null || history.Prices.Count < 2)
            return null;

        var splits = new SplitAdjustment(activities);
        var closes = history.Prices.Select(price => (price.Date, Close: history.Basis == Raw ? splits.Close(price) : price.Close)).ToList();
        var known = closes.Where(close => close.Close is not null).ToList();
        if (known.Count < 2)
            return null;

        var currency = history.Currency;
        return new LineChart
        {
            Id = "price",
            Title = "Price",
            Description = $"From {Display.Price(known[0].Close, currency)} on {Display.Day(known[0].Date)} to {Display.Price(known[^1].Close, currency)} on {Display.Day(known[^1].Date)}.",
            Dates = [.. closes.Select(close => close.Date)],
            Series = [new("Close", "c2", [.. closes.Select(close => close.Close)], Filled: true)],
            Marks = [.. activities.Select(activity => MarkOf(activity, known, splits)).OfType<ChartMark>()],
            Format = price => Display.Price(price, currency),
            FormatTick = Display.Tick,
        };
    }

    /// <summary>Whether earlier prices in the chart are not those that were quoted.</summary>
    public static bool IsRestated(PriceHistory history, IReadOnlyList<Activity> activities) =>
        history.Basis != Raw || new SplitAdjustment(activities).IsAfter(history.Prices[0].Date);

    /// <summary>On the line and not at the price paid, which may be of any time of the day.</summary>
    private static ChartMark? MarkOf(Activity activity, List<(DateOnly Date, decimal? Close)> closes, SplitAdjustment splits)
    {
        if (activity.Type is not ("BUY" or "SELL") || SplitAdjustment.DayOf(activity) is not { } day || day < closes[0].Date || day > closes[^1].Date)
            return null;

        var isBuy = activity.Type == "BUY";
        return new ChartMark(
            day,
            closes.Last(close => close.Date <= day).Close!.Value,
            isBuy,
            $"{(isBuy ? "Bought" : "Sold")} {Display.Quantity(splits.Quantity(activity))} at {Display.Price(splits.UnitPrice(activity), activity.Currency)} on {Display.Day(day)}");
    }
}
