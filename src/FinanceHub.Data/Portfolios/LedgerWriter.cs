using FinanceHub.Data.Prices;
using FinanceHub.Data.Storage;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Portfolios;

/// <summary>What every change of a ledger has in common. The caller has the transaction.</summary>
internal sealed class LedgerWriter(FinanceHubDbContext database, TimeProvider clock)
{
    /// <summary>A portfolio with its activities, at a new revision; null if the owner has no such portfolio.</summary>
    /// <remarks>The new revision comes first: it locks the row, so that of two who sell the same shares the second sees the first one's sale.</remarks>
    public async Task<PortfolioEntity?> LockAsync(Guid owner, Guid id, CancellationToken cancellation)
    {
        var found = await database.Portfolios.Where(portfolio => portfolio.Id == id && portfolio.OwnerId == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(portfolio => portfolio.Revision, portfolio => portfolio.Revision + 1), cancellation);
        return found == 0
            ? null
            : await database.Portfolios.AsNoTracking()
                .Include(portfolio => portfolio.Activities.OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence))
                .SingleAsync(portfolio => portfolio.Id == id, cancellation);
    }

    /// <summary>Why a portfolio cannot have these activities; null if it can.</summary>
    public async Task<LedgerFault?> FaultAsync(PortfolioEntity portfolio, IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        _ = Ledger.Replay(activities, await OptionsAsync(portfolio, activities, cancellation), out var fault);
        return fault;
    }

    /// <summary>How the ledger is asked whether it stands. Rates matter to it only where a fee is in another currency.</summary>
    public async Task<ReplayOptions> OptionsAsync(PortfolioEntity portfolio, IEnumerable<Activity> activities, CancellationToken cancellation)
    {
        var foreign = activities.Where(activity => activity.FeeCurrency is not null).SelectMany(activity => new[] { activity.Currency, activity.FeeCurrency! });
        return new ReplayOptions { Method = portfolio.CostMethod, Rates = (await StoredRates.LoadAsync(database, foreign, cancellation)).Table };
    }

    /// <summary>Stores what was added to the context, opens the accounts that <paramref name="written"/> name, and tells from which day on values are wrong.</summary>
    public async Task SaveAsync(PortfolioEntity portfolio, IReadOnlyCollection<ActivityEntity> written, DateOnly affected, CancellationToken cancellation)
    {
        await OpenAccountsAsync(portfolio.Id, written, cancellation);
        await database.SaveChangesAsync(cancellation);
        await database.Portfolios.Where(one => one.Id == portfolio.Id && (one.StaleFrom == null || one.StaleFrom > affected))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.StaleFrom, affected), cancellation);
    }

    private async Task OpenAccountsAsync(Guid portfolio, IEnumerable<ActivityEntity> written, CancellationToken cancellation)
    {
        var named = written.SelectMany(activity => new[] { activity.Account, activity.ToAccount }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (named.Count == 0)
            return;
        var known = await database.Accounts.Where(account => account.PortfolioId == portfolio).Select(account => account.Name).ToListAsync(cancellation);
        var now = clock.GetUtcNow();
        database.AddRange(named.Except(known, StringComparer.Ordinal)
            .Select(name => new AccountEntity { Id = Guid.CreateVersion7(now), PortfolioId = portfolio, Name = name, CreatedAt = StoredTime.Of(now) }));
    }
}
