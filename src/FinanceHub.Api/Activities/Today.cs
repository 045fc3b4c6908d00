namespace FinanceHub.Api.Activities;

internal static class Today
{
    /// <summary>Where the day begins first: a date is in the future only if it is so everywhere.</summary>
    private static readonly TimeSpan EarliestZone = TimeSpan.FromHours(14);

    /// <summary>The last day that is not in the future, wherever the customer is.</summary>
    public static DateOnly LatestToday(this TimeProvider clock) => DateOnly.FromDateTime((clock.GetUtcNow() + EarliestZone).UtcDateTime);
}
