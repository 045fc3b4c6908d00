using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Users;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Watchlists;

/// <summary>What became of an instrument that was to be put on a watchlist.</summary>
public enum AddItemResult
{
    /// <summary>It is on the list.</summary>
    Done,

    /// <summary>The owner has no such list.</summary>
    NotFound,

    /// <summary>There is no such instrument.</summary>
    UnknownSymbol,

    /// <summary>The list has <see cref="WatchlistStore.MostItems"/> already.</summary>
    Full,
}

/// <summary>The watchlists of one owner. The owner is part of every query: what belongs to others is not found.</summary>
public sealed class WatchlistStore(FinanceHubDbContext database, TimeProvider clock)
{
    /// <summary>The most lists of one owner.</summary>
    public const int MostLists = 50;

    /// <summary>The most instruments on one list.</summary>
    public const int MostItems = 200;

    /// <summary>All lists with what is on them, oldest first.</summary>
    public Task<List<WatchlistEntity>> ListAsync(Guid owner, CancellationToken cancellation) =>
        WithItems(owner).AsNoTracking().OrderBy(list => list.CreatedAt).ThenBy(list => list.Id).ToListAsync(cancellation);

    /// <summary>One list with what is on it; null if the owner has no such list.</summary>
    public Task<WatchlistEntity?> FindAsync(Guid owner, Guid id, CancellationToken cancellation) =>
        WithItems(owner).AsNoTracking().SingleOrDefaultAsync(list => list.Id == id, cancellation);

    /// <summary>Begins a list.</summary>
    public async Task<CreateWatchlistResult> CreateAsync(Guid owner, string name, CancellationToken cancellation)
    {
        await using var transaction = await new AccountLock(database).HoldAsync(owner, cancellation);
        if (await Owned(owner).CountAsync(cancellation) >= MostLists)
            return new CreateWatchlistResult.Full();
        var now = clock.GetUtcNow();
        var list = new WatchlistEntity { Id = Guid.CreateVersion7(now), OwnerId = owner, Name = name, CreatedAt = StoredTime.Of(now) };
        database.Add(list);
        if (!await TrySaveAsync(owner, list.Id, name, cancellation))
            return new CreateWatchlistResult.NameTaken();
        await transaction.CommitAsync(cancellation);
        return new CreateWatchlistResult.Created(list);
    }

    /// <summary>Gives a list another name.</summary>
    /// <returns>Null if the owner has another one of that name.</returns>
    public async Task<ChangeResult?> RenameAsync(Guid owner, Guid id, string name, long? revision, CancellationToken cancellation)
    {
        var list = await Owned(owner).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (list is null)
            return ChangeResult.NotFound;
        if (revision is not null && revision != list.Revision)
            return ChangeResult.Stale;
        (list.Name, list.Revision) = (name, list.Revision + 1);
        try
        {
            return await TrySaveAsync(owner, id, name, cancellation) ? ChangeResult.Done : null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangeResult.Stale;
        }
    }

    /// <summary>Deletes a list.</summary>
    public async Task<ChangeResult> DeleteAsync(Guid owner, Guid id, long? revision, CancellationToken cancellation)
    {
        if (await Owned(owner).Where(list => list.Id == id && (revision == null || list.Revision == revision)).ExecuteDeleteAsync(cancellation) > 0)
            return ChangeResult.Done;
        return await Owned(owner).AnyAsync(list => list.Id == id, cancellation) ? ChangeResult.Stale : ChangeResult.NotFound;
    }

    /// <summary>Puts an instrument on a list; nothing changes if it is there already.</summary>
    public async Task<AddItemResult> AddItemAsync(Guid owner, Guid id, string symbol, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        // The new revision comes first: it locks the list, so that two at once do not exceed what it can hold.
        if (await CountRevisionAsync(owner, id, cancellation) == 0)
            return AddItemResult.NotFound;
        if (!await database.Instruments.AnyAsync(instrument => instrument.Symbol == symbol, cancellation))
            return AddItemResult.UnknownSymbol;
        var items = database.Set<WatchlistItemEntity>().Where(item => item.WatchlistId == id);
        if (await items.AnyAsync(item => item.Symbol == symbol, cancellation))
            return AddItemResult.Done;
        if (await items.CountAsync(cancellation) >= MostItems)
            return AddItemResult.Full;
        database.Add(new WatchlistItemEntity { WatchlistId = id, Symbol = symbol, AddedAt = StoredTime.Of(clock.GetUtcNow()) });
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return AddItemResult.Done;
    }

    /// <summary>Takes an instrument off a list.</summary>
    /// <returns>Whether the owner has such a list and it was on it.</returns>
    public async Task<bool> RemoveItemAsync(Guid owner, Guid id, string symbol, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await CountRevisionAsync(owner, id, cancellation) == 0)
            return false;
        var removed = await database.Set<WatchlistItemEntity>().Where(item => item.WatchlistId == id && item.Symbol == symbol).ExecuteDeleteAsync(cancellation);
        if (removed > 0)
            await transaction.CommitAsync(cancellation);
        return removed > 0;
    }

    private Task<int> CountRevisionAsync(Guid owner, Guid id, CancellationToken cancellation) => Owned(owner).Where(list => list.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(list => list.Revision, list => list.Revision + 1), cancellation);

    private async Task<bool> TrySaveAsync(Guid owner, Guid id, string name, CancellationToken cancellation)
    {
        if (await Owned(owner).AnyAsync(list => list.Name == name && list.Id != id, cancellation))
            return false;
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException fault) when (fault is not DbUpdateConcurrencyException)
        {
            // Another request took the name between the check and the write.
            if (!await Owned(owner).AnyAsync(list => list.Name == name && list.Id != id, cancellation))
                throw;
            return false;
        }
    }

    private IQueryable<WatchlistEntity> Owned(Guid owner) => database.Watchlists.Where(list => list.OwnerId == owner);

    private IQueryable<WatchlistEntity> WithItems(Guid owner) => Owned(owner).Include(list => list.Items.OrderBy(item => item.AddedAt).ThenBy(item => item.Symbol));
}
