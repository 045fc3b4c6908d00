using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Outbox;

/// <summary>The messages that are to be told to the outside.</summary>
public sealed class OutboxStore(FinanceHubDbContext database, Database system, TimeProvider clock)
{
    private const int LongestError = 500;

    /// <summary>What is known of a last attempt of which nobody told how it went.</summary>
    private const string Unknown = "Whoever tried to deliver it ended in the middle of the last attempt.";

    /// <summary>Takes messages that are due; for as long as <paramref name="lease"/> nobody else gets them. Each counts as tried from then on, so that one which kills its worker is given up as well.</summary>
    /// <param name="kind">Of which kind.</param>
    /// <param name="most">How many. No more than are tried at once: what is taken with one that kills its worker, and not tried, must not count as tried for it.</param>
    /// <param name="lease">For how long.</param>
    /// <param name="mostAttempts">How often a message is tried; those that have been are given up.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<OutboxMessageEntity>> ClaimAsync(string kind, int most, TimeSpan lease, int mostAttempts, CancellationToken cancellation)
    {
        var now = StoredTime.Of(clock.GetUtcNow());
        await GiveUpAsync(kind, mostAttempts, now, cancellation);
        // Workers that claim at once get different messages: where there are several writers, what another one holds is passed over.
        var sql = $$"""
            WITH due AS MATERIALIZED (
                SELECT "Id" FROM "OutboxMessages" WHERE "Kind" = {1} AND "DeliveredAt" IS NULL AND "AbandonedAt" IS NULL AND "NextAttemptAt" <= {2}
                ORDER BY "NextAttemptAt" LIMIT {3} {{system.Provider.SkipLocked}})
            UPDATE "OutboxMessages" SET "Attempts" = "Attempts" + 1, "NextAttemptAt" = {0} WHERE "Id" IN (SELECT "Id" FROM due)
            RETURNING *
            """;
        var claimed = await database.OutboxMessages.FromSqlRaw(sql, now + lease, kind, now, most).AsNoTracking().ToListAsync(cancellation);
        return [.. claimed.OrderBy(message => message.Id)];
    }

    /// <summary>That a message arrived.</summary>
    public Task DeliveredAsync(Guid id, CancellationToken cancellation)
    {
        var now = StoredTime.Of(clock.GetUtcNow());
        return Open(id).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.DeliveredAt, now).SetProperty(message => message.LastError, (string?)null), cancellation);
    }

    /// <summary>That a message did not arrive, and when it is tried again; null if it is given up.</summary>
    public Task FailedAsync(Guid id, string error, TimeSpan? again, CancellationToken cancellation)
    {
        var now = StoredTime.Of(clock.GetUtcNow());
        var text = error.Length <= LongestError ? error : error[..LongestError];
        DateTime? abandoned = again is null ? now : null;
        return Open(id).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.NextAttemptAt, now + (again ?? TimeSpan.Zero))
                .SetProperty(message => message.AbandonedAt, abandoned)
                .SetProperty(message => message.LastError, text),
            cancellation);
    }

    /// <summary>How many messages wait.</summary>
    public Task<int> PendingAsync(CancellationToken cancellation) =>
        database.OutboxMessages.CountAsync(message => message.DeliveredAt == null && message.AbandonedAt == null, cancellation);

    /// <summary>Gives up what is due once more although it was tried as often as may be.</summary>
    private Task<int> GiveUpAsync(string kind, int mostAttempts, DateTime now, CancellationToken cancellation) => database.OutboxMessages
        .Where(message => message.Kind == kind && message.DeliveredAt == null && message.AbandonedAt == null && message.NextAttemptAt <= now && message.Attempts >= mostAttempts)
        .ExecuteUpdateAsync(set => set.SetProperty(message => message.AbandonedAt, (DateTime?)now).SetProperty(message => message.LastError, Unknown), cancellation);

    private IQueryable<OutboxMessageEntity> Open(Guid id) => database.OutboxMessages.Where(message => message.Id == id && message.DeliveredAt == null);
}
