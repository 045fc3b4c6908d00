namespace FinanceHub.Data.Prices.Offline;

/// <summary>The days on which there are prices and rates.</summary>
internal static class TradingDays
{
    /// <summary>The weekdays of a range, both ends included.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                yield return day;
        }
    }
}
