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
}
