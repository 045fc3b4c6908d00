using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Retention;

/// <summary>Removes what nobody needs any more.</summary>
public sealed class RetentionStore(FinanceHubDbContext database, TimeProvider clock)
{
    /// <summary>Removes uploads that expired, and what is older than its limit.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> RemoveAsync(RetentionLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var now = StoredTime.Of(clock.GetUtcNow());
        var (keys, messages, events) = (now - limits.IdempotencyKeys, now - limits.OutboxMessages, now - limits.AlertEvents);
        // One after the other and not in one transaction: each is right by itself, and none holds its locks for long.
        return await database.Imports.Where(import => import.ExpiresAt < now).ExecuteDeleteAsync(cancellation)
            + await database.IdempotencyKeys.Where(key => key.CreatedAt < keys).ExecuteDeleteAsync(cancellation)
            + await database.OutboxMessages.Where(message => message.DeliveredAt < messages || message.AbandonedAt < messages).ExecuteDeleteAsync(cancellation)
            + await database.AlertEvents.Where(fired => fired.FiredAt < events).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Removes the runs of a kind of job whose subject is a portfolio that is gone.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RemoveRunsAsync(string kind, CancellationToken cancellation)
    {
        var subjects = await database.JobRuns.Where(run => run.Kind == kind).Select(run => run.Subject).ToListAsync(cancellation);
        var portfolios = (await database.Portfolios.Select(portfolio => portfolio.Id).ToListAsync(cancellation)).ConvertAll(id => id.ToString());
        var gone = subjects.Except(portfolios, StringComparer.Ordinal).ToList();
        return gone.Count == 0 ? 0 : await database.JobRuns.Where(run => run.Kind == kind && gone.Contains(run.Subject)).ExecuteDeleteAsync(cancellation);
    }
}
