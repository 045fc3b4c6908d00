namespace FinanceHub.Api.Market;

internal static class ClockExtensions
{
    /// <summary>Today as prices are dated, in UTC. A portfolio may already have something of the day after: <see cref="Data.Valuations.PortfolioState.Through"/>.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
