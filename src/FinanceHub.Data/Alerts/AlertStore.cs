using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Users;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Alerts;

/// <summary>What an alert is to wait for.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Threshold">A price or percent; above 0.</param>
/// <param name="CooldownHours">How long it is silent after it has fired.</param>
/// <param name="Enabled">Whether it is looked at.</param>
public sealed record AlertTerms(AlertKind Kind, decimal Threshold, int CooldownHours, bool Enabled);

/// <summary>A page of the alerts that fired.</summary>
/// <param name="Items">The most recent first.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Unread">How many of all were not seen yet.</param>
public sealed record AlertHistory(IReadOnlyList<AlertEventEntity> Items, int Total, int Unread);

/// <summary>The alerts of one owner. The owner is part of every query: what belongs to others is not found.</summary>
public sealed class AlertStore(FinanceHubDbContext database, TimeProvider clock)
{
    /// <summary>The most alerts of one owner.</summary>
    public const int MostAlerts = 200;

    /// <summary>The longest silence, in hours: a year.</summary>
    public const int LongestCooldown = 8760;

    /// <summary>All alerts, oldest first.</summary>
    public Task<List<AlertEntity>> ListAsync(Guid owner, CancellationToken cancellation) =>
        Owned(owner).AsNoTracking().OrderBy(alert => alert.CreatedAt).ThenBy(alert => alert.Id).ToListAsync(cancellation);

    /// <summary>One alert; null if the owner has no such alert.</summary>
    public Task<AlertEntity?> FindAsync(Guid owner, Guid id, CancellationToken cancellation) =>
        Owned(owner).AsNoTracking().SingleOrDefaultAsync(alert => alert.Id == id, cancellation);

    /// <summary>Sets an alert.</summary>
    public async Task<CreateAlertResult> CreateAsync(Guid owner, string symbol, AlertTerms terms, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        await using var transaction = await new AccountLock(database).HoldAsync(owner, cancellation);
        if (await Owned(owner).CountAsync(cancellation) >= MostAlerts)
            return new CreateAlertResult.Full();
        if (!await database.Instruments.AnyAsync(instrument => instrument.Symbol == symbol, cancellation))
            return new CreateAlertResult.UnknownSymbol();
        var now = clock.GetUtcNow();
        var alert = new AlertEntity
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            Symbol = symbol,
            Kind = terms.Kind,
            Threshold = terms.Threshold,
            CooldownHours = terms.CooldownHours,
            Enabled = terms.Enabled,
            CreatedAt = StoredTime.Of(now),
        };
        database.Add(alert);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new CreateAlertResult.Created(alert);
    }

    /// <summary>Makes an alert wait for something else.</summary>
    public async Task<ChangeResult> ChangeAsync(Guid owner, Guid id, AlertTerms terms, long? revision, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var changed = await Owned(owner).Where(alert => alert.Id == id && (revision == null || alert.Revision == revision)).ExecuteUpdateAsync(
            set => set
                .SetProperty(alert => alert.Kind, terms.Kind)
                .SetProperty(alert => alert.Threshold, terms.Threshold)
                .SetProperty(alert => alert.CooldownHours, terms.CooldownHours)
                .SetProperty(alert => alert.Enabled, terms.Enabled)
                .SetProperty(alert => alert.Revision, alert => alert.Revision + 1),
            cancellation);
        return changed > 0 ? ChangeResult.Done : await MissedAsync(owner, id, cancellation);
    }

    /// <summary>Deletes an alert; that it fired stays in the history.</summary>
    public async Task<ChangeResult> DeleteAsync(Guid owner, Guid id, long? revision, CancellationToken cancellation) =>
        await Owned(owner).Where(alert => alert.Id == id && (revision == null || alert.Revision == revision)).ExecuteDeleteAsync(cancellation) > 0
            ? ChangeResult.Done
            : await MissedAsync(owner, id, cancellation);

    /// <summary>A page of what fired.</summary>
    public async Task<AlertHistory> HistoryAsync(Guid owner, int page, int size, CancellationToken cancellation)
    {
        var fired = Fired(owner);
        var items = await fired.AsNoTracking()
            .OrderByDescending(one => one.FiredAt).ThenByDescending(one => one.Id)
            .Skip((page - 1) * size).Take(size)
            .ToListAsync(cancellation);
        var counts = await fired.GroupBy(_ => 1).Select(all => new { Total = all.Count(), Unread = all.Count(one => one.ReadAt == null) }).SingleOrDefaultAsync(cancellation);
        return new AlertHistory(items, counts?.Total ?? 0, counts?.Unread ?? 0);
    }

    /// <summary>Notes that the owner has seen all that fired so far.</summary>
    public Task<int> MarkReadAsync(Guid owner, CancellationToken cancellation)
    {
        DateTime? now = StoredTime.Of(clock.GetUtcNow());
        return Fired(owner).Where(one => one.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.ReadAt, now), cancellation);
    }

    private async Task<ChangeResult> MissedAsync(Guid owner, Guid id, CancellationToken cancellation) =>
        await Owned(owner).AnyAsync(alert => alert.Id == id, cancellation) ? ChangeResult.Stale : ChangeResult.NotFound;

    private IQueryable<AlertEntity> Owned(Guid owner) => database.Alerts.Where(alert => alert.OwnerId == owner);

    private IQueryable<AlertEventEntity> Fired(Guid owner) => database.AlertEvents.Where(fired => fired.OwnerId == owner);
}
