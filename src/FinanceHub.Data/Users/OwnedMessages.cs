using FinanceHub.Data.Outbox;
using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Users;

/// <summary>The messages about a user's alerts. No key binds them to the user, so the database does not remove them with the account.</summary>
public sealed class OwnedMessages(FinanceHubDbContext database)
{
    /// <summary>Removes them, and lets no more come. Call it in the transaction that deletes the user.</summary>
    public async Task DeleteAsync(Guid owner, CancellationToken cancellation)
    {
        // First, because it holds the alerts: who is just letting one fire has told of it before we look, and nobody lets one fire after that.
        await database.Alerts.Where(alert => alert.OwnerId == owner).ExecuteUpdateAsync(set => set.SetProperty(alert => alert.Enabled, false), cancellation);
        var events = await database.AlertEvents.Where(fired => fired.OwnerId == owner).Select(fired => fired.Id).ToListAsync(cancellation);
        foreach (var some in events.ConvertAll(id => id.ToString()).Chunk(RowBatches.MostRows))
            await database.OutboxMessages.Where(message => OutboxKinds.Alerts.Contains(message.Kind) && some.Contains(message.Subject)).ExecuteDeleteAsync(cancellation);
    }
}
