namespace FinanceHub.Api.Market;

internal static class ClockExtensions
{
    /// <summary>The day through which portfolios are valued; as the prices are dated, in UTC.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
