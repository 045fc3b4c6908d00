using FinanceHub.Data.Storage;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Portfolios;

/// <summary>The portfolios of one owner. The owner is part of every query: what belongs to others is not found.</summary>
public sealed class PortfolioStore(FinanceHubDbContext database, TimeProvider clock)
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

    /// <summary>Opens a portfolio.</summary>
    public async Task<PortfolioEntity> CreateAsync(Guid owner, string name, string currency, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var portfolio = new PortfolioEntity { Id = Guid.CreateVersion7(now), OwnerId = owner, Name = name, Currency = currency, CreatedAt = StoredTime.Of(now) };
        database.Add(portfolio);
        await database.SaveChangesAsync(cancellation);
        return portfolio;
    }

    /// <summary>Adds an activity if the ledger stands with it. Its sequence is given here.</summary>
    public async Task<AddActivityResult> AddActivityAsync(Guid owner, Guid id, Activity activity, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(activity);
        await using var own = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancellation) : null;

        // The new revision comes first: it locks the row, so that of two who sell the same shares the second sees the first one's sale.
        var found = await Owned(owner).Where(portfolio => portfolio.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(portfolio => portfolio.Revision, portfolio => portfolio.Revision + 1), cancellation);
        if (found == 0 || await FindWithActivitiesAsync(owner, id, cancellation) is not { } portfolio)
            return new AddActivityResult.NotFound();

        var numbered = activity with { Sequence = portfolio.Revision };
        _ = Ledger.Replay(portfolio.Activities.Select(one => one.ToActivity()).Append(numbered), out var fault);
        if (fault is not null)
            return new AddActivityResult.Rejected(fault);

        var added = ActivityEntity.Of(Guid.CreateVersion7(clock.GetUtcNow()), id, numbered);
        database.Add(added);
        await database.SaveChangesAsync(cancellation);
        if (own is not null)
            await own.CommitAsync(cancellation);
        return new AddActivityResult.Added(added);
    }

    private IQueryable<PortfolioEntity> Owned(Guid owner) => database.Portfolios.Where(portfolio => portfolio.OwnerId == owner);

    private IQueryable<PortfolioEntity> WithActivities(Guid owner) => Owned(owner)
        .Include(portfolio => portfolio.Activities.OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence));
}
