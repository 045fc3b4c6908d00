using FinanceHub.Web.Api;
using FinanceHub.Web.Charts;
using FinanceHub.Web.Figures;

namespace FinanceHub.Web.Holdings;

/// <summary>The closes of an instrument, and where it was bought and sold.</summary>
internal static class PriceChart
{
    /// <summary>Null if there are too few prices to draw a line.</summary>
    public static LineChart? Of(PriceHistory? history, IReadOnlyList<Activity> activities)
    {
        if (history is null || history.Prices.Count < 2)
            return null;

        var prices = history.Prices;
        var currency = history.Currency;
        return new LineChart
        {
            Id = "price",
            Title = "Price",
            Description = $"From {Display.Price(prices[0].Close, currency)} on {Display.Day(prices[0].Date)} to {Display.Price(prices[^1].Close, currency)} on {Display.Day(prices[^1].Date)}.",
            Dates = [.. prices.Select(price => price.Date)],
            Series = [new("Close", "c2", [.. prices.Select(price => (decimal?)price.Close)], Filled: true)],
            Marks = [.. activities.Select(activity => MarkOf(activity, history)).OfType<ChartMark>().Where(mark => mark.Date >= prices[0].Date && mark.Date <= prices[^1].Date)],
            Format = price => Display.Price(price, currency),
            FormatTick = Display.Tick,
        };
    }

    /// <summary>On the line and not at the price paid: that one is of the shares before a split.</summary>
    private static ChartMark? MarkOf(Activity activity, PriceHistory history)
    {
        if (activity.Type is not ("BUY" or "SELL") || !DateOnly.TryParse(activity.Date, System.Globalization.CultureInfo.InvariantCulture, out var day))
            return null;

        var close = history.Prices.LastOrDefault(price => price.Date <= day);
        var isBuy = activity.Type == "BUY";
        return close is null ? null : new ChartMark(
            day, close.Close, isBuy, $"{(isBuy ? "Bought" : "Sold")} {Display.Quantity(activity.Quantity)} at {Display.Price(activity.UnitPrice, activity.Currency)} on {Display.Day(day)}");
    }
}
