namespace FinanceHub.Worker.Market;

/// <summary>Which days are asked for.</summary>
internal static class BackFill
{
    /// <summary>Before the first activity: its day may be one without trading, and the day's value needs a price.</summary>
    private const int DaysBeforeActivity = 7;

    /// <summary>Days without trading between two gaps do not make them two questions.</summary>
    private const int DaysThatJoin = 10;

    /// <summary>The first day for which there should be something.</summary>
    public static DateOnly Start(DateOnly today, DateOnly? firstActivity, MarketOptions options)
    {
        var start = today.AddDays(-options.BackfillDays);
        if (firstActivity?.AddDays(-DaysBeforeActivity) is { } activity && activity < start)
            start = activity;
        var earliest = today.AddDays(-options.MostBackfillDays);
        return start < earliest ? earliest : start;
    }

    /// <summary>Whether a number is not stored as it is: what would change nothing must not hold up those who write.</summary>
    public static bool IsNews(this IReadOnlyDictionary<DateOnly, decimal> stored, DateOnly day, decimal number) => !stored.TryGetValue(day, out var known) || known != number;

    /// <summary>The ranges of days that hold all weekdays of a range that are missing.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly Through)> Gaps(DateOnly from, DateOnly through, IReadOnlySet<DateOnly> known)
    {
        var gaps = new List<(DateOnly From, DateOnly Through)>();
        for (var day = from; day <= through; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || known.Contains(day))
                continue;
            if (gaps.Count > 0 && day.DayNumber - gaps[^1].Through.DayNumber <= DaysThatJoin)
                gaps[^1] = (gaps[^1].From, day);
            else
                gaps.Add((day, day));
        }

        return gaps;
    }
}
