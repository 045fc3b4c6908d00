using FinanceHub.Data.Storage;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Portfolios;

/// <summary>The portfolios of one owner. The owner is part of every query: what belongs to others is not found.</summary>
public sealed partial class PortfolioStore(FinanceHubDbContext database, TimeProvider clock)
{
    /// <summary>All portfolios, oldest first.</summary>
    public Task<List<PortfolioEntity>> ListAsync(Guid owner, CancellationToken cancellation) =>
        Owned(owner).AsNoTracking().OrderBy(portfolio => portfolio.CreatedAt).ThenBy(portfolio => portfolio.Id).ToListAsync(cancellation);

    /// <summary>One portfolio without its activities; null if the owner has no such portfolio.</summary>
    public Task<PortfolioEntity?> FindAsync(Guid owner, Guid id, CancellationToken cancellation) =>
        Owned(owner).AsNoTracking().SingleOrDefaultAsync(portfolio => portfolio.Id == id, cancellation);

    /// <summary>One portfolio with its activities by date and sequence; null if the owner has no such portfolio.</summary>
    public Task<PortfolioEntity?> FindWithActivitiesAsync(Guid owner, Guid id, CancellationToken cancellation) =>
        WithActivities(owner).AsNoTracking().SingleOrDefaultAsync(portfolio => portfolio.Id == id, cancellation);

    /// <summary>Opens a portfolio that is accounted for by FIFO.</summary>
    public Task<PortfolioEntity> CreateAsync(Guid owner, string name, string currency, CancellationToken cancellation) =>
        CreateAsync(owner, name, currency, CostMethod.Fifo, cancellation);

    /// <summary>Opens a portfolio.</summary>
    public async Task<PortfolioEntity> CreateAsync(Guid owner, string name, string currency, CostMethod method, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var portfolio = new PortfolioEntity { Id = Guid.CreateVersion7(now), OwnerId = owner, Name = name, Currency = currency, CostMethod = method, CreatedAt = StoredTime.Of(now) };
        database.Add(portfolio);
        await database.SaveChangesAsync(cancellation);
        return portfolio;
    }

    /// <summary>Changes a portfolio that is still at <paramref name="expected"/>; at any revision if that is null.</summary>
    public async Task<ChangeResult> ChangeAsync(Guid owner, Guid id, long? expected, string name, CostMethod method, CancellationToken cancellation)
    {
        var changed = await At(owner, id, expected).ExecuteUpdateAsync(
            set => set
                .SetProperty(portfolio => portfolio.Name, name)
                .SetProperty(portfolio => portfolio.CostMethod, method)
                .SetProperty(portfolio => portfolio.Revision, portfolio => portfolio.Revision + 1),
            cancellation);
        return await ResultAsync(owner, id, changed, cancellation);
    }

    /// <summary>Deletes a portfolio and everything in it, if it is still at <paramref name="expected"/>; at any revision if that is null.</summary>
    public async Task<ChangeResult> DeleteAsync(Guid owner, Guid id, long? expected, CancellationToken cancellation) =>
        await ResultAsync(owner, id, await At(owner, id, expected).ExecuteDeleteAsync(cancellation), cancellation);

    private async Task<ChangeResult> ResultAsync(Guid owner, Guid id, int changed, CancellationToken cancellation)
    {
        if (changed > 0)
            return ChangeResult.Done;
        return await Owned(owner).AnyAsync(portfolio => portfolio.Id == id, cancellation) ? ChangeResult.Stale : ChangeResult.NotFound;
    }

    private IQueryable<PortfolioEntity> At(Guid owner, Guid id, long? revision) =>
        Owned(owner).Where(portfolio => portfolio.Id == id && (revision == null || portfolio.Revision == revision));

    private IQueryable<PortfolioEntity> Owned(Guid owner) => database.Portfolios.Where(portfolio => portfolio.OwnerId == owner);

    private IQueryable<PortfolioEntity> WithActivities(Guid owner) => Owned(owner)
        .Include(portfolio => portfolio.Activities.OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence));
}
