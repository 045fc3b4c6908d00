using FinanceHub.Data.Requests;
using FinanceHub.Data.Storage;
using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Portfolios;

/// <summary>The activities of a portfolio.</summary>
public sealed partial class PortfolioStore
{
    private readonly LedgerWriter _writer = new(database, clock);

    /// <summary>A page of the activities that a filter lets through; null if the owner has no such portfolio.</summary>
    /// <param name="owner">The user.</param>
    /// <param name="id">The portfolio.</param>
    /// <param name="filter">Which.</param>
    /// <param name="skip">How many are on the pages before.</param>
    /// <param name="take">How many are on the page.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ActivityPage?> ListActivitiesAsync(Guid owner, Guid id, ActivityFilter filter, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (!await Owned(owner).AnyAsync(portfolio => portfolio.Id == id, cancellation))
            return null;
        var wanted = filter.Apply(database.Activities.AsNoTracking().Where(activity => activity.PortfolioId == id));
        var total = await wanted.CountAsync(cancellation);
        return new ActivityPage(await filter.Sort(wanted).Skip(skip).Take(take).ToListAsync(cancellation), total);
    }

    /// <summary>One activity; null if the owner has no such portfolio, or there is no such activity in it.</summary>
    public Task<ActivityEntity?> FindActivityAsync(Guid owner, Guid id, Guid activity, CancellationToken cancellation) => database.Activities.AsNoTracking()
        .SingleOrDefaultAsync(one => one.Id == activity && one.PortfolioId == id && Owned(owner).Any(portfolio => portfolio.Id == id), cancellation);

    /// <summary>Adds an activity that has nothing but what the ledger accounts for.</summary>
    public Task<AddActivityResult> AddActivityAsync(Guid owner, Guid id, Activity activity, CancellationToken cancellation) =>
        AddActivityAsync(owner, id, new ActivityDraft(activity), null, cancellation);

    /// <summary>Adds an activity if the ledger stands with it. Its sequence is given here.</summary>
    /// <param name="owner">The user.</param>
    /// <param name="id">The portfolio.</param>
    /// <param name="draft">The activity.</param>
    /// <param name="once">The request, if it must not be carried out twice; its answer is kept in the same transaction.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AddActivityResult> AddActivityAsync(Guid owner, Guid id, ActivityDraft draft, IdempotentRequest? once, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        try
        {
            return await TryAddAsync(owner, id, draft, once, cancellation);
        }
        catch (DbUpdateException) when (once is not null)
        {
            // The same key at the same time on another portfolio: its row is what was in the way, or else something is wrong.
            database.ChangeTracker.Clear();
            if (await RepeatedAsync(owner, once, cancellation) is not { } repeated)
                throw;
            return repeated;
        }
    }

    /// <summary>Changes an activity that is still at <paramref name="expected"/> if the ledger stands with it; its place within its day stays.</summary>
    public async Task<ChangeActivityResult> ChangeActivityAsync(Guid owner, Guid id, Guid activity, long? expected, ActivityDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await _writer.LockAsync(owner, id, cancellation) is not { } portfolio || portfolio.Activities.Find(one => one.Id == activity) is not { } stored)
            return new ChangeActivityResult.NotFound();
        if (expected is { } revision && revision != stored.Revision)
            return new ChangeActivityResult.Stale();
        portfolio.Activities.Remove(stored);
        if (HasExternalId(portfolio, draft.ExternalId))
            return new ChangeActivityResult.ExternalIdTaken();

        var numbered = draft with { Activity = draft.Activity with { Sequence = stored.Sequence } };
        if (await _writer.FaultAsync(portfolio, [.. portfolio.Activities.Select(one => one.ToActivity()), numbered.Activity], cancellation) is { } fault)
            return new ChangeActivityResult.Rejected(fault);

        var changed = ActivityEntity.Of(activity, id, numbered, portfolio.Revision);
        database.Update(changed);
        await _writer.SaveAsync(portfolio, [changed], stored.Date < changed.Date ? stored.Date : changed.Date, cancellation);
        await transaction.CommitAsync(cancellation);
        return new ChangeActivityResult.Changed(changed);
    }

    /// <summary>Deletes an activity that is still at <paramref name="expected"/>, at any revision if that is null, if the ledger stands without it.</summary>
    public async Task<ChangeActivityResult> DeleteActivityAsync(Guid owner, Guid id, Guid activity, long? expected, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await _writer.LockAsync(owner, id, cancellation) is not { } portfolio || portfolio.Activities.Find(one => one.Id == activity) is not { } stored)
            return new ChangeActivityResult.NotFound();
        if (expected is { } revision && revision != stored.Revision)
            return new ChangeActivityResult.Stale();
        portfolio.Activities.Remove(stored);
        if (await _writer.FaultAsync(portfolio, [.. portfolio.Activities.Select(one => one.ToActivity())], cancellation) is { } fault)
            return new ChangeActivityResult.Rejected(fault);

        database.Remove(stored);
        await _writer.SaveAsync(portfolio, [], stored.Date, cancellation);
        await transaction.CommitAsync(cancellation);
        return new ChangeActivityResult.Changed(stored);
    }

    private async Task<AddActivityResult> TryAddAsync(Guid owner, Guid id, ActivityDraft draft, IdempotentRequest? once, CancellationToken cancellation)
    {
        await using var own = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancellation) : null;
        if (await _writer.LockAsync(owner, id, cancellation) is not { } portfolio)
            return new AddActivityResult.NotFound();
        if (once is not null && await RepeatedAsync(owner, once, cancellation) is { } repeated)
            return repeated;
        if (HasExternalId(portfolio, draft.ExternalId))
            return new AddActivityResult.ExternalIdTaken();

        var numbered = draft with { Activity = draft.Activity with { Sequence = portfolio.Revision } };
        if (await _writer.FaultAsync(portfolio, [.. portfolio.Activities.Select(one => one.ToActivity()), numbered.Activity], cancellation) is { } fault)
            return new AddActivityResult.Rejected(fault);

        var now = clock.GetUtcNow();
        var added = ActivityEntity.Of(Guid.CreateVersion7(now), id, numbered, portfolio.Revision);
        database.Add(added);
        if (once is not null)
            database.Add(once.Answered(owner, added, StoredTime.Of(now)));
        await _writer.SaveAsync(portfolio, [added], added.Date, cancellation);
        if (own is not null)
            await own.CommitAsync(cancellation);
        return new AddActivityResult.Added(added);
    }

    private async Task<AddActivityResult?> RepeatedAsync(Guid owner, IdempotentRequest once, CancellationToken cancellation)
    {
        var first = await database.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(key => key.OwnerId == owner && key.Key == once.Key, cancellation);
        if (first is null)
            return null;
        return first.RequestHash == once.Hash ? new AddActivityResult.Repeated(first.Body) : new AddActivityResult.KeyTaken();
    }

    private static bool HasExternalId(PortfolioEntity portfolio, string? externalId) =>
        externalId is not null && portfolio.Activities.Exists(activity => activity.ExternalId == externalId);
}
