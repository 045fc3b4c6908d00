using System.Globalization;
using FinanceHub.Web.Api;

namespace FinanceHub.Web.Holdings;

/// <summary>Restates prices and quantities of before a split in the shares of today: in a line of both, each split would look like a crash.</summary>
internal sealed class SplitAdjustment
{
    private readonly IReadOnlyList<(DateOnly Day, long Sequence, int Numerator, int Denominator)> _splits;

    /// <param name="activities">Those of one symbol, in any order.</param>
    public SplitAdjustment(IEnumerable<Activity> activities) => _splits =
        [.. from activity in activities
            where activity is { Type: "SPLIT", Numerator: > 0, Denominator: > 0 }
            let day = DayOf(activity)
            where day is not null
            select (day.Value, activity.Sequence, activity.Numerator!.Value, activity.Denominator!.Value)];

    /// <summary>Whether there is a split after a day.</summary>
    public bool IsAfter(DateOnly day) => _splits.Any(split => split.Day > day);

    /// <summary>A close as quoted on its day, in shares of today; null if that is no number any more. On the day of a split it is of the new shares.</summary>
    public decimal? Close(ClosingPrice close) => Restated(close.Close, split => split.Day > close.Date, isPrice: true);

    /// <summary>What one share of a trade cost, in shares of today; null if there is no such number.</summary>
    public decimal? UnitPrice(Activity trade) => Restated(trade.UnitPrice, split => IsAfter(split, trade), isPrice: true);

    /// <summary>The shares of a trade, as shares of today; null if there is no such number.</summary>
    public decimal? Quantity(Activity trade) => Restated(trade.Quantity, split => IsAfter(split, trade), isPrice: false);

    /// <summary>The day of an activity; null if it has none that can be read.</summary>
    public static DateOnly? DayOf(Activity activity) =>
        DateOnly.TryParseExact(activity.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsAfter((DateOnly Day, long Sequence, int Numerator, int Denominator) split, Activity trade) =>
        DayOf(trade) is { } day && (split.Day > day || (split.Day == day && split.Sequence > trade.Sequence));

    private decimal? Restated(decimal? value, Func<(DateOnly Day, long Sequence, int Numerator, int Denominator), bool> concerns, bool isPrice)
    {
        try
        {
            var (numerator, denominator) = (1m, 1m);
            foreach (var split in _splits.Where(concerns))
                (numerator, denominator) = (numerator * split.Numerator, denominator * split.Denominator);
            return isPrice ? value * denominator / numerator : value * numerator / denominator;
        }
        catch (OverflowException)
        {
            // Splits upon splits make it larger than any number: as everywhere, there is none then.
            return null;
        }
    }
}
