using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FinanceHub.Data.Users;

/// <summary>Lets one request at a time change what a user has as a whole: of two that count and then add, the second counts what the first has added.</summary>
public sealed class AccountLock(FinanceHubDbContext database)
{
    /// <summary>Begins a transaction, and holds the user's row until it ends. Nothing is held if there is no such user.</summary>
    /// <remarks>It writes what is there already, so that nobody who changes the user meanwhile takes it for another change.</remarks>
    public async Task<IDbContextTransaction> HoldAsync(Guid id, CancellationToken cancellation)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.AccessFailedCount, user => user.AccessFailedCount), cancellation);
        return transaction;
    }

    /// <summary>Holds the user's portfolios too. Before the user is deleted: whoever writes in one holds it, and then needs the user's row to stay.</summary>
    public Task HoldPortfoliosAsync(Guid id, CancellationToken cancellation) =>
        database.Portfolios.Where(one => one.OwnerId == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Revision, one => one.Revision), cancellation);
}
