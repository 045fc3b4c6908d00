using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Portfolios;

/// <summary>The accounts of a portfolio of one owner.</summary>
public sealed class AccountStore(FinanceHubDbContext database, AccountValuation valuation, TimeProvider clock)
{
    private readonly LedgerWriter _writer = new(database, clock);

    /// <summary>All accounts by name, with what is in them; null if the owner has no such portfolio.</summary>
    public async Task<IReadOnlyList<AccountSummary>?> ListAsync(Guid owner, Guid portfolio, CancellationToken cancellation)
    {
        var found = await database.Portfolios.AsNoTracking()
            .Include(one => one.Activities.OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence))
            .SingleOrDefaultAsync(one => one.Id == portfolio && one.OwnerId == owner, cancellation);
        if (found is null)
            return null;
        var accounts = await database.Accounts.AsNoTracking().Where(account => account.PortfolioId == portfolio).ToListAsync(cancellation);
        // Not in the database's own order: that depends on how each of them collates.
        return await valuation.SummariseAsync(found, [.. accounts.OrderBy(account => account.Name, StringComparer.Ordinal)], cancellation);
    }

    /// <summary>One account with what is in it; null if the owner has no such portfolio, or there is no such account in it.</summary>
    public async Task<AccountSummary?> FindAsync(Guid owner, Guid portfolio, Guid id, CancellationToken cancellation) =>
        (await ListAsync(owner, portfolio, cancellation))?.SingleOrDefault(one => one.Account.Id == id);

    /// <summary>Opens an account.</summary>
    public async Task<(AccountResult Result, Guid Id)> CreateAsync(Guid owner, Guid portfolio, string name, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await _writer.LockAsync(owner, portfolio, cancellation) is null)
            return (AccountResult.NotFound, default);
        if (await Named(portfolio, name).AnyAsync(cancellation))
            return (AccountResult.NameTaken, default);
        var now = clock.GetUtcNow();
        var account = new AccountEntity { Id = Guid.CreateVersion7(now), PortfolioId = portfolio, Name = name, CreatedAt = StoredTime.Of(now) };
        database.Add(account);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (AccountResult.Done, account.Id);
    }

    /// <summary>Renames an account that is still at <paramref name="expected"/>, at any revision if that is null, in the activities that name it as well: they are of a new revision then.</summary>
    public async Task<AccountResult> RenameAsync(Guid owner, Guid portfolio, Guid id, long? expected, string name, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await _writer.LockAsync(owner, portfolio, cancellation) is not { } locked || await LoadAsync(portfolio, id, cancellation) is not { } account)
            return AccountResult.NotFound;
        if (expected is not null && expected != account.Revision)
            return AccountResult.Stale;
        if (await Named(portfolio, name).AnyAsync(other => other.Id != id, cancellation))
            return AccountResult.NameTaken;

        var (old, revision) = (account.Name, locked.Revision);
        (account.Name, account.Revision) = (name, account.Revision + 1);
        await database.SaveChangesAsync(cancellation);
        var activities = database.Activities.Where(activity => activity.PortfolioId == portfolio);
        await activities.Where(activity => activity.Account == old).ExecuteUpdateAsync(
            set => set.SetProperty(activity => activity.Account, name).SetProperty(activity => activity.Revision, revision), cancellation);
        await activities.Where(activity => activity.ToAccount == old).ExecuteUpdateAsync(
            set => set.SetProperty(activity => activity.ToAccount, name).SetProperty(activity => activity.Revision, revision), cancellation);
        await transaction.CommitAsync(cancellation);
        return AccountResult.Done;
    }

    /// <summary>Deletes an account that is still at <paramref name="expected"/>, at any revision if that is null, and that no activity names.</summary>
    public async Task<AccountResult> DeleteAsync(Guid owner, Guid portfolio, Guid id, long? expected, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await _writer.LockAsync(owner, portfolio, cancellation) is not { } locked || await LoadAsync(portfolio, id, cancellation) is not { } account)
            return AccountResult.NotFound;
        if (expected is not null && expected != account.Revision)
            return AccountResult.Stale;
        if (locked.Activities.Exists(activity => activity.Account == account.Name || activity.ToAccount == account.Name))
            return AccountResult.InUse;
        database.Remove(account);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return AccountResult.Done;
    }

    private Task<AccountEntity?> LoadAsync(Guid portfolio, Guid id, CancellationToken cancellation) =>
        database.Accounts.SingleOrDefaultAsync(account => account.Id == id && account.PortfolioId == portfolio, cancellation);

    private IQueryable<AccountEntity> Named(Guid portfolio, string name) =>
        database.Accounts.Where(account => account.PortfolioId == portfolio && account.Name == name);
}
