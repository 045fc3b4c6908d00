using FinanceHub.Delivery.CommandLine;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Finds the release to go back to, and says what going there means.</summary>
internal sealed class RollbackChoice(DeliveryContext context)
{
    /// <param name="wanted">Version or id; null for the last good one.</param>
    /// <param name="current">What serves now; null if nothing does.</param>
    /// <param name="left">What serves now or served last; null if nothing ever did.</param>
    /// <param name="cancellation">Ends the verification of files.</param>
    /// <exception cref="DeliveryFailure">There is none, or the one asked for is not there or not whole.</exception>
    public async Task<ReleaseBundle> ChooseAsync(string? wanted, string? current, string? left, CancellationToken cancellation)
    {
        var rows = context.Ledger.Read();
        return wanted is null
            ? await LastGoodAsync(rows, left, cancellation)
            : await context.Releases.OpenAsync(Named(wanted, rows, current), cancellation);
    }

    /// <summary>Prints from where to where, and what becomes of the schema.</summary>
    /// <returns>What has to be done to the schema.</returns>
    /// <exception cref="DeliveryFailure">It would lose data, and nobody has accepted that: <see cref="ExitCode.DataLoss"/>.</exception>
    public SchemaVerdict Describe(ReleaseBundle target, ReleaseBundle? left, string? leftId, bool acceptDataLoss)
    {
        context.Output.Info($"Rolling back {leftId ?? "(nothing)"} -> {target.Manifest.ReleaseId}");
        var verdict = SchemaVerdict.Of(left?.Manifest, target.Manifest);
        var schema = left?.Manifest.Migrations.Last;
        if (!verdict.Graded)
        {
            context.Output.Warn($"{leftId} does not say what its migrations mean for a rollback; they are left as they are");
        }

        if (verdict.NeedsDown)
        {
            foreach (var grade in verdict.Migrations.Where(grade => grade.Verdict != MigrationVerdict.Safe))
            {
                context.Output.Warn($"The migration {grade}");
            }
        }
        else if (left is not null && schema != target.Manifest.Migrations.Last)
        {
            context.Output.Info($"The database keeps the schema of {schema ?? "no migration"}; {target.Manifest.ReleaseId} was made for {target.Manifest.Migrations.Last ?? "no migration"} and works on it");
        }

        if (verdict.Verdict == MigrationVerdict.OneWay && !acceptDataLoss)
        {
            throw new DeliveryFailure(ExitCode.DataLoss,
                $"Going back to {target.Manifest.ReleaseId} would lose data: {verdict.Migrations.First(grade => grade.Verdict == MigrationVerdict.OneWay)}. Repair forward with another deploy, or accept the loss (a copy is made first): ./build.sh Rollback --env {context.Environment.Name} --accept-data-loss");
        }

        return verdict;
    }

    private async Task<ReleaseBundle> LastGoodAsync(IReadOnlyList<LedgerRow> rows, string? left, CancellationToken cancellation)
    {
        var targets = LedgerReading.RollbackTargets(rows, left);
        DeliveryFailure? damaged = null;
        foreach (var target in targets)
        {
            try
            {
                return await context.Releases.OpenAsync(target, cancellation);
            }
            catch (DeliveryFailure fault) when (fault.Code == ExitCode.ReleaseCorrupt)
            {
                context.Output.Warn($"{target} would be the release to go back to, but it cannot be used: {fault.Message}");
                damaged ??= fault;
            }
        }

        throw damaged ?? new DeliveryFailure(ExitCode.NothingToRollBackTo,
            $"There is no earlier good release in '{context.Environment.Name}' besides {left ?? "nothing"}{BadOnes(rows)}. Deploy a good one instead: ./build.sh Deploy --env {context.Environment.Name}");
    }

    private static string BadOnes(IReadOnlyList<LedgerRow> rows)
    {
        var bad = LedgerReading.Bad(rows);
        return bad.Count == 0 ? "" : $" (left by a rollback before and therefore skipped: {string.Join(", ", bad.Order(StringComparer.Ordinal))}; to force one: --to RELEASE)";
    }

    private string Named(string wanted, IReadOnlyList<LedgerRow> rows, string? current)
    {
        var stored = context.Releases.Ids;
        var byVersion = rows.LastOrDefault(row => row.Version == wanted && row.Release is { } release && stored.Contains(release))?.Release;
        var found = stored.Contains(wanted) ? wanted : byVersion;
        if (found is null)
        {
            throw new DeliveryFailure(ExitCode.NothingToRollBackTo,
                $"There is no release '{wanted}' in '{context.Environment.Name}'.{Suggestions.For(wanted, stored)} There are: {(stored.Count == 0 ? "none" : string.Join(", ", stored))}.");
        }

        if (found == current)
        {
            throw new DeliveryFailure(ExitCode.Usage, $"{found} serves '{context.Environment.Name}' already; there is nothing to roll back.");
        }

        if (LedgerReading.Bad(rows).Contains(found))
        {
            context.Output.Warn($"{found} was left by a rollback before; going there all the same because it was asked for");
        }

        return found;
    }
}
