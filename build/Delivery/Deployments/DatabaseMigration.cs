using System.Globalization;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Brings the database to the schema that a release expects; a copy is made before anything changes.</summary>
internal sealed class DatabaseMigration(DeliveryContext context)
{
    private readonly IEnvironmentDatabase _database = context.Platform.Database;

    /// <summary>Which migrations of a release the database lacks; null if there is no database yet.</summary>
    /// <exception cref="DeliveryFailure">There was one and it is away, or it cannot be read: <see cref="ExitCode.MigrationFailed"/>.</exception>
    public async Task<IReadOnlyList<string>?> PendingAsync(ReleaseBundle release, CancellationToken cancellation) =>
        IsThere() ? (await _database.StatusAsync(release, cancellation)).Pending : null;

    /// <summary>Refuses migrations that no rollback could undo.</summary>
    /// <exception cref="DeliveryFailure">One is one-way, and nobody has accepted that: <see cref="ExitCode.DataLoss"/>.</exception>
    public void RequireWayBack(ReleaseBundle release, IReadOnlyList<string> pending, bool acceptDataLoss)
    {
        if (!acceptDataLoss && release.Manifest.Migrations.Grades?.FirstOrDefault(grade => grade.Verdict == MigrationVerdict.OneWay && pending.Contains(grade.Id)) is { } worst)
        {
            throw new DeliveryFailure(ExitCode.DataLoss,
                $"The migration {worst}. After it no rollback brings the data back. Split it over releases (expand first, contract when nothing uses the old any more), or accept the loss: ./build.sh Deploy --env {context.Environment.Name} --accept-data-loss");
        }
    }

    /// <summary>Takes back what came after a migration, after making a copy.</summary>
    /// <param name="newer">The release that applied it; the older one does not contain it.</param>
    /// <param name="migration">The newest one that stays; null for none.</param>
    /// <param name="cancellation">Ends the tool; what it had begun is rolled back by the database.</param>
    public async Task TakeBackAsync(ReleaseBundle newer, string? migration, CancellationToken cancellation)
    {
        await CopyAsync(newer, $"{newer.Manifest.ReleaseId}-down", cancellation);
        await _database.DownAsync(newer, migration ?? "0", cancellation);
        context.Output.Info($"Took the database back to {migration ?? "an empty schema"}");
    }

    /// <summary>Applies what is pending.</summary>
    public async Task RunAsync(ReleaseBundle release, CancellationToken cancellation)
    {
        if (IsThere())
        {
            var state = await _database.StatusAsync(release, cancellation);
            if (state.Pending.Count == 0)
            {
                context.Output.Info($"The database is up to date ({state.Applied.Count} migrations)");
                return;
            }

            await CopyAsync(release, release.Manifest.ReleaseId, cancellation);
            context.Output.Info($"Pending migrations: {string.Join(", ", state.Pending)}");
        }

        await _database.UpAsync(release, cancellation);
        context.Output.Info($"Migrated the database to {release.Manifest.Migrations.Last ?? "an empty schema"}");
    }

    /// <summary>Keeps the newest copies only; the running deploy's own is among them.</summary>
    public void Prune() => _database.PruneCopies(context.Limits.BackupsKept);

    /// <summary>An empty database in the place of one that cannot be reached would look to customers as if everything they had was lost.</summary>
    private bool IsThere()
    {
        if (_database.Exists)
        {
            return true;
        }

        return context.Ledger.Read().LastOrDefault(row => row is { Event: LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded, LastMigration: not null }) is not { } used
            ? false
            : throw new DeliveryFailure(ExitCode.MigrationFailed, string.Create(CultureInfo.InvariantCulture,
                $"The database of '{context.Environment.Name}' is not there, but {used.Release} was put into service with it at {used.At:yyyy-MM-dd HH:mm:ss}Z; none is created in its place. Make it reachable again (its copies are in {_database.Copies}), or begin anew without its data: ./build.sh Stop --env {context.Environment.Name} --purge"));
    }

    private async Task CopyAsync(ReleaseBundle release, string occasion, CancellationToken cancellation) =>
        context.Output.Info($"Copied the database to {await _database.CopyAsync(release, occasion, cancellation)}");
}
