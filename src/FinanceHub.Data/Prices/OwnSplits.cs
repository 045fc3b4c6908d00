using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>The splits that owners have entered. Nobody else tells of them, and what one owner enters is nothing to another.</summary>
internal static class OwnSplits
{
    /// <summary>The splits after a day, by owner and symbol.</summary>
    public static async Task<ILookup<(Guid Owner, string Symbol), Activity>> AfterAsync(
        FinanceHubDbContext database, IReadOnlyCollection<Guid> owners, IReadOnlyCollection<string> symbols, DateOnly day, CancellationToken cancellation)
    {
        var splits = from activity in database.Activities.AsNoTracking()
                     join portfolio in database.Portfolios on activity.PortfolioId equals portfolio.Id
                     where EF.Parameter(symbols).Contains(activity.Symbol!) && activity.Date > day && activity.Type == ActivityType.Split
                         && EF.Parameter(owners).Contains(portfolio.OwnerId)
                     select new { portfolio.OwnerId, Activity = activity };
        return (await splits.ToListAsync(cancellation)).ToLookup(one => (one.OwnerId, one.Activity.Symbol!), one => one.Activity.ToActivity());
    }
}
