using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Portfolios;

/// <summary>The files that were uploaded to the portfolios of one owner. What a file says is read by the caller.</summary>
public sealed class ImportStore(FinanceHubDbContext database, TimeProvider clock)
{
    /// <summary>How long a file can be booked.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>How long it can be looked at after that.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>What is being saved takes some ten times the memory of what is saved.</summary>
    private const int SavedAtOnce = 500;

    private readonly LedgerWriter _writer = new(database, clock);

    /// <summary>Keeps a file, and forgets those of the portfolio that expired long ago; null if the owner has no such portfolio.</summary>
    public async Task<ImportEntity?> AddAsync(Guid owner, Guid portfolio, byte[] content, string? dateFormat, CancellationToken cancellation)
    {
        if (!await Portfolio(owner, portfolio).AnyAsync(cancellation))
            return null;
        var now = clock.GetUtcNow();
        var limit = StoredTime.Of(now - Grace);
        await database.Imports.Where(old => old.PortfolioId == portfolio && old.ExpiresAt < limit).ExecuteDeleteAsync(cancellation);
        var import = new ImportEntity
        {
            Id = Guid.CreateVersion7(now),
            PortfolioId = portfolio,
            Content = content,
            DateFormat = dateFormat,
            CreatedAt = StoredTime.Of(now),
            ExpiresAt = StoredTime.Of(now + Lifetime),
        };
        database.Add(import);
        await database.SaveChangesAsync(cancellation);
        return import;
    }

    /// <summary>A file; null if the owner has no such portfolio, or it has no such import.</summary>
    public Task<ImportEntity?> FindAsync(Guid owner, Guid portfolio, Guid id, CancellationToken cancellation) =>
        Owned(owner, portfolio, id).AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>Forgets a file.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(Guid owner, Guid portfolio, Guid id, CancellationToken cancellation) =>
        await Owned(owner, portfolio, id).ExecuteDeleteAsync(cancellation) > 0;

    /// <summary>What booking would do now; null if the owner has no such portfolio.</summary>
    public async Task<ImportPlan?> PlanAsync(Guid owner, Guid portfolio, ImportContent content, CancellationToken cancellation) =>
        await Portfolio(owner, portfolio).AsNoTracking().Include(one => one.Activities).SingleOrDefaultAsync(cancellation) is { } found
            ? await PlanAsync(found, content, cancellation)
            : null;

    /// <summary>Books everything that is new in a file, or nothing.</summary>
    /// <param name="owner">The user.</param>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="id">The import.</param>
    /// <param name="content">What the stored file says, read again.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CommitImportResult> CommitAsync(Guid owner, Guid portfolio, Guid id, ImportContent content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await _writer.LockAsync(owner, portfolio, cancellation) is not { } locked)
            return new CommitImportResult.NotFound();
        // Without its content, which was read already: what may have changed are the times.
        var times = await Owned(owner, portfolio, id).Select(import => new { import.ExpiresAt, import.CommittedAt }).SingleOrDefaultAsync(cancellation);
        if (times is null)
            return new CommitImportResult.NotFound();
        var now = StoredTime.Of(clock.GetUtcNow());
        if (times.CommittedAt is not null)
            return new CommitImportResult.Refused("It was booked already.");
        if (times.ExpiresAt <= now)
            return new CommitImportResult.Refused("It has expired: upload the file again.");

        var plan = await PlanAsync(locked, content, cancellation);
        if (content.Faulty > 0 || plan.Faults.Count > 0)
            return new CommitImportResult.Refused("There are errors in it: correct them and upload the file again; or, if the only errors are symbols that nobody knows and they are right, confirm them.");
        await BookAsync(locked, plan.New, cancellation);
        await Owned(owner, portfolio, id).ExecuteUpdateAsync(set => set.SetProperty(import => import.CommittedAt, now), cancellation);
        await transaction.CommitAsync(cancellation);
        return new CommitImportResult.Committed(plan.New.Count, plan.Duplicates.Count);
    }

    private async Task BookAsync(PortfolioEntity portfolio, IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
            return;
        var now = clock.GetUtcNow();
        // The highest sequence is the portfolio's revision, as after single entries.
        var revision = portfolio.Revision + rows.Count;
        foreach (var some in rows.Chunk(SavedAtOnce))
        {
            var added = some.Select(row => ActivityEntity.Of(Guid.CreateVersion7(now), portfolio.Id, row.Draft, revision)).ToList();
            database.AddRange(added);
            await _writer.SaveAsync(portfolio, added, added.Min(activity => activity.Date), cancellation);
            database.ChangeTracker.Clear();
        }

        await database.Portfolios.Where(one => one.Id == portfolio.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Revision, revision), cancellation);
    }

    private async Task<ImportPlan> PlanAsync(PortfolioEntity portfolio, ImportContent content, CancellationToken cancellation)
    {
        var activities = portfolio.Activities.Select(one => one.ToActivity()).Concat(content.Rows.Select(row => row.Draft.Activity));
        return ImportPlan.Of(portfolio.Activities, portfolio.Revision, content, await _writer.OptionsAsync(portfolio, activities, cancellation));
    }

    private IQueryable<PortfolioEntity> Portfolio(Guid owner, Guid id) => database.Portfolios.Where(one => one.Id == id && one.OwnerId == owner);

    private IQueryable<ImportEntity> Owned(Guid owner, Guid portfolio, Guid id) =>
        database.Imports.Where(import => import.Id == id && import.PortfolioId == portfolio && Portfolio(owner, portfolio).Any());
}
