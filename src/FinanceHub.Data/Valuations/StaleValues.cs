using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Valuations;

/// <summary>Marks stored values as wrong because of what they were computed from.</summary>
internal static class StaleValues
{
    /// <summary>Marks the portfolios that ever had one of the instruments.</summary>
    /// <param name="database">The database, in the transaction that stores the prices.</param>
    /// <param name="days">By symbol: the first day whose price is new.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task MarkAsync(FinanceHubDbContext database, IEnumerable<KeyValuePair<string, DateOnly>> days, CancellationToken cancellation)
    {
        foreach (var day in days.GroupBy(pair => pair.Value, pair => pair.Key).OrderBy(group => group.Key))
        {
            var symbols = day.ToList();
            await MarkAsync(
                database.Portfolios.Where(portfolio => database.Activities.Any(activity => activity.PortfolioId == portfolio.Id && symbols.Contains(activity.Symbol!))), day.Key, cancellation);
        }
    }

    /// <summary>Marks portfolios from a day on.</summary>
    /// <remarks>
    /// Every row is written, whatever it says: a condition on it would be judged by what was committed before, and would
    /// miss a valuation that is just taking the mark away.
    /// </remarks>
    public static Task<int> MarkAsync(IQueryable<Portfolios.PortfolioEntity> portfolios, DateOnly day, CancellationToken cancellation) => portfolios.ExecuteUpdateAsync(
        set => set.SetProperty(portfolio => portfolio.StaleFrom, portfolio => portfolio.StaleFrom == null || portfolio.StaleFrom > day ? day : portfolio.StaleFrom), cancellation);
}
