using System.Globalization;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Brings the database to the schema that a release expects; a copy is made before anything changes.</summary>
internal sealed class DatabaseMigration(DeliveryContext context)
{
    private readonly IEnvironmentDatabase _database = context.Platform.Database;

    /// <summary>How the database compares with what a release that is to be deployed expects.</summary>
    /// <param name="release">The release; its tool is asked.</param>
    /// <param name="serving">The release that serves, or served last; null if none ever did.</param>
    /// <param name="cancellation">Ends the tool.</param>
    /// <exception cref="DeliveryFailure">There was a database and it is away, or it cannot be read: <see cref="ExitCode.MigrationFailed"/>.</exception>
    public async Task<DeploySchema> CompareAsync(ReleaseBundle release, string? serving, CancellationToken cancellation)
    {
        if (!IsThere())
        {
            return DeploySchema.None;
        }

        var state = await _database.StatusAsync(release, cancellation);
        // What nobody has graded may lose data.
        MigrationGrade[] pending = [.. state.Pending.Select(id => release.Manifest.Migrations.GradeOf(id) ?? new MigrationGrade(id, MigrationVerdict.OneWay, ["the release does not say what going back over it takes"]))];
        ReleaseManifest[] known = [.. context.Releases.Ids.Select(id => context.Releases.Peek(id)?.Manifest).OfType<ReleaseManifest>()];
        var unlivable = SchemaVerdict.Unlivable(state, release.Manifest, known);
        // What serves without one of them already is no better off: a deploy may well be what repairs that.
        var borne = context.Releases.Peek(serving)?.Manifest is { } other ? SchemaVerdict.Unlivable(state, other, known) : [];
        return new DeploySchema(Exists: true, pending, [.. unlivable.ExceptBy(borne.Select(grade => grade.Id), grade => grade.Id)]);
    }

    /// <summary>What going back to a release takes of the schema as it is.</summary>
    /// <param name="to">The release that is gone to; its tool is asked.</param>
    /// <param name="left">The release that is left; null if nothing served.</param>
    /// <param name="cancellation">Ends the tool.</param>
    /// <remarks>
    /// The release that is left need not know all that is applied: a rollback leaves what is safe, and so does a deploy that failed. Where the
    /// database cannot be asked, what the releases say of themselves must do: on-call can bring the hosts back all the same.
    /// </remarks>
    public async Task<SchemaVerdict> VerdictAsync(ReleaseBundle to, string? left, CancellationToken cancellation)
    {
        return await AskAsync(to, cancellation) is { } state
            ? await VerdictAsync(state, to.Manifest, left, cancellation)
            : SchemaVerdict.Of(context.Releases.Peek(left)?.Manifest, to.Manifest);
    }

    private async Task<SchemaVerdict> VerdictAsync(MigrationState state, ReleaseManifest to, string? left, CancellationToken cancellation)
    {
        var known = SchemaVerdict.Beyond(state, to).Count == 0 ? [] : context.Releases.Ids.Select(id => context.Releases.Peek(id)?.Manifest).OfType<ReleaseManifest>()
            .OrderByDescending(release => release.ReleaseId == left).ThenByDescending(release => release.Migrations.Last, StringComparer.Ordinal).ToList();
        while (true)
        {
            var verdict = SchemaVerdict.Of(state, to, known);
            if (verdict.Owner is not { } owner || await IsToolWholeAsync(owner, cancellation))
            {
                return verdict;
            }

            known.RemoveAll(release => release.ReleaseId == owner);
        }
    }

    /// <summary>Found out before anything is touched: after the switch there is no other way to take the schema back.</summary>
    private async Task<bool> IsToolWholeAsync(string releaseId, CancellationToken cancellation)
    {
        try
        {
            await context.Releases.OpenServiceAsync(releaseId, ServiceNames.Database, cancellation);
            return true;
        }
        catch (DeliveryFailure fault) when (fault.Code == ExitCode.ReleaseCorrupt)
        {
            context.Output.Warn($"The database tool of {releaseId} is not used: {fault.Message}");
            return false;
        }
    }

    /// <summary>Refuses migrations that no rollback could undo.</summary>
    /// <exception cref="DeliveryFailure">One is one-way, and nobody has accepted that: <see cref="ExitCode.DataLoss"/>.</exception>
    public void RequireWayBack(IReadOnlyList<MigrationGrade> pending, bool acceptDataLoss)
    {
        if (!acceptDataLoss && pending.FirstOrDefault(grade => grade.Verdict == MigrationVerdict.OneWay) is { } worst)
        {
            throw new DeliveryFailure(ExitCode.DataLoss,
                $"The migration {worst}. After it no rollback brings the data back. Split it over releases (expand first, contract when nothing uses the old any more), or accept the loss: ./build.sh Deploy --env {context.Environment.Name} --accept-data-loss");
        }
    }

    /// <summary>Refuses a release that cannot live with what the database has.</summary>
    /// <exception cref="DeliveryFailure">It does not know migrations that it would have to have taken back: <see cref="ExitCode.SchemaNewer"/>.</exception>
    public void RequireLivable(string releaseId, IReadOnlyList<MigrationGrade> unlivable)
    {
        if (unlivable is [var first, ..])
        {
            var otherwise = LedgerReading.LastInService(context.Ledger.Read()) is null
                ? $"Nothing was ever put into service, so the database can be begun anew: ./build.sh Stop --env {context.Environment.Name} --purge"
                : $"To go back to a release from before it: ./build.sh Rollback --env {context.Environment.Name}";
            throw new DeliveryFailure(ExitCode.SchemaNewer,
                $"{releaseId} does not know {string.Join(", ", unlivable.Select(grade => grade.Id))}, which the database has, and cannot live with that: {first}. A migration that was applied stays in the sources: revert the code alone, or undo it in a new migration. {otherwise}");
        }
    }

    /// <summary>Takes back what a release cannot live with, after making a copy.</summary>
    /// <param name="schema">What that is, and which release knows how.</param>
    /// <param name="cancellation">Ends the tool; what it had begun is rolled back by the database.</param>
    public async Task TakeBackAsync(SchemaVerdict schema, CancellationToken cancellation)
    {
        var owner = await context.Releases.OpenServiceAsync(schema.Owner!, ServiceNames.Database, cancellation);
        await CopyAsync(owner, $"{owner.Manifest.ReleaseId}-down", cancellation);
        // Copying may have taken so long that the environment is another command's by now.
        context.Lease.EnsureHeld();
        await _database.DownAsync(owner, schema.To ?? "0", cancellation);
        context.Output.Info($"Took the database back to {schema.To ?? "an empty schema"}");
    }

    /// <summary>
    /// A deploy ended before its release served: the release that serves on cannot live with what was migrated for the new one, unless going
    /// back is safe. What would lose data stays as it is.
    /// </summary>
    /// <param name="ended">The release that does not come into service.</param>
    /// <param name="serving">The release that serves on; null if none does. Then it is the last that did: a deploy or a rollback brings it back.</param>
    /// <returns>What did not work, or stays; null if the release that serves can live with the schema, or none ever lived with another one.</returns>
    public async Task<DeliveryFailure?> TakeBackFromAsync(string ended, string? serving)
    {
        serving ??= LedgerReading.LastInService(context.Ledger.Read());
        if (serving is null || serving == ended)
        {
            return null;
        }

        try
        {
            var to = await context.Releases.OpenAsync(serving, CancellationToken.None);
            var schema = await VerdictAsync(to, ended, CancellationToken.None);
            if (schema.Verdict == MigrationVerdict.OneWay)
            {
                return new DeliveryFailure(ExitCode.DataLoss, $"The database keeps the schema of {ended}, because taking it back would lose data: {schema.Migrations.First(grade => grade.Verdict == MigrationVerdict.OneWay)}. {serving} serves on it as well as it can; deploy a release that lives with it.");
            }

            if (schema.NeedsDown)
            {
                context.Output.Warn($"{serving} cannot live with what was migrated for {ended}; taking the schema back");
                await TakeBackAsync(schema, CancellationToken.None);
            }

            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Of any kind: it must not take the place of what has ended the deploy.
            return new DeliveryFailure((fault as DeliveryFailure)?.Code ?? ExitCode.MigrationFailed, $"The schema could not be taken back to what {serving} needs: {fault.Message} The next Deploy or Rollback tries again.", fault);
        }
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

    private async Task<MigrationState?> AskAsync(ReleaseBundle release, CancellationToken cancellation)
    {
        try
        {
            return _database.Exists ? await _database.StatusAsync(release, cancellation) : null;
        }
        catch (DeliveryFailure fault) when (fault.Code == ExitCode.MigrationFailed)
        {
            context.Output.Warn($"The database does not say which migrations it has, so what the releases say of themselves must do: {fault.Message}");
            return null;
        }
    }

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
