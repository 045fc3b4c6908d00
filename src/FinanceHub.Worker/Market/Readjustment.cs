using FinanceHub.Data.Prices.Providers;

namespace FinanceHub.Worker.Market;

/// <summary>Whether a provider has adjusted a series to a split since it was stored: then all of it is in other units, and not only what is new.</summary>
internal static class Readjustment
{
    /// <summary>Less than any split, and more than a correction or another number of decimals makes of a price.</summary>
    private const decimal Rounding = 0.01m;

    /// <summary>The stored day by which it can be told, which is asked for together with what is new; null if nothing before that is stored.</summary>
    /// <param name="closes">The stored prices by day.</param>
    /// <param name="from">The first day that is asked for anyway.</param>
    public static DateOnly? Overlap(IReadOnlyDictionary<DateOnly, decimal> closes, DateOnly from)
    {
        DateOnly? latest = null;
        foreach (var day in closes.Keys)
        {
            if (day < from && (latest is null || day > latest))
                latest = day;
        }

        return latest;
    }

    /// <summary>The first answered day of which something else is stored; null if there is none. The last stored day does not count where it is asked for anyway: its price may have been published before it was over.</summary>
    public static DateOnly? SeenOn(IReadOnlyDictionary<DateOnly, decimal> closes, DateOnly from, IEnumerable<ClosingPrice> answer)
    {
        var last = closes.Count > 0 ? closes.Keys.Max() : DateOnly.MinValue;
        return answer.Where(price => (price.Date < from || price.Date < last) && closes.TryGetValue(price.Date, out var stored) && Math.Abs(price.Close - stored) > stored * Rounding)
            .Select(price => (DateOnly?)price.Date)
            .FirstOrDefault();
    }
}
