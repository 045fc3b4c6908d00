using FinanceHub.Delivery.CommandLine;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Finds the release to go back to, and says what going there means.</summary>
internal sealed class RollbackChoice(DeliveryContext context)
{
    /// <summary>The best release to go back to, or the one that is asked for.</summary>
    /// <param name="wanted">Version or id; null for the last good one.</param>
    /// <param name="current">What serves now; null if nothing does.</param>
    /// <param name="left">What serves now or served last; null if nothing ever did.</param>
    /// <param name="cancellation">Ends the verification of files.</param>
    /// <exception cref="DeliveryFailure">There is none, or the one asked for is not there or not whole.</exception>
    /// <returns>It, and what going there takes of the schema.</returns>
    public async Task<(ReleaseBundle Target, SchemaVerdict Schema)> ChooseAsync(string? wanted, string? current, string? left, CancellationToken cancellation)
    {
        var rows = context.Ledger.Read();
        if (wanted is null)
        {
            return await LastGoodAsync(rows, left, cancellation);
        }

        var named = await context.Releases.OpenAsync(Named(wanted, rows, current), cancellation);
        return (named, await new DatabaseMigration(context).VerdictAsync(named, left, cancellation));
    }

    /// <summary>Prints from where to where, and what becomes of the schema.</summary>
    public void Describe(RollbackIntent intent)
    {
        context.Output.Info($"Rolling back {intent.Left ?? "(nothing)"} -> {intent.TargetId}");
        if (!intent.Schema.Graded)
        {
            context.Output.Warn($"No release that is here says what all of the database's migrations mean for a rollback; they are left as they are, and {intent.TargetId} is tested on them before it gets any traffic");
        }

        if (intent.Schema.NeedsDown)
        {
            foreach (var grade in intent.Schema.Migrations.Where(grade => grade.Verdict != MigrationVerdict.Safe))
            {
                context.Output.Warn($"The migration {grade}");
            }
        }
        else if (intent.Schema.Migrations.Count > 0)
        {
            context.Output.Info($"The database keeps the schema of {intent.Schema.Migrations[^1].Id}; {intent.TargetId} was made for {intent.Target.Manifest.Migrations.Last ?? "no migration"} and works on it");
        }
    }

    /// <exception cref="DeliveryFailure">
    /// It would lose data, and nobody has accepted that: <see cref="ExitCode.DataLoss"/>. The target expects more of the schema than there is:
    /// <see cref="ExitCode.NothingToRollBackTo"/>. There is no room for the copy that is made before the schema is taken back: <see cref="ExitCode.DiskFull"/>.
    /// </exception>
    public void Require(RollbackIntent intent, bool acceptDataLoss)
    {
        if (intent.Schema.Lacks.Count > 0)
        {
            throw new DeliveryFailure(ExitCode.NothingToRollBackTo,
                $"{intent.TargetId} needs {string.Join(", ", intent.Schema.Lacks)}, which the database lacks, and a rollback applies no migrations. Put it into service with a deploy: ./build.sh Deploy --env {context.Environment.Name}");
        }

        if (intent.Schema.Verdict == MigrationVerdict.OneWay && !acceptDataLoss)
        {
            throw new DeliveryFailure(ExitCode.DataLoss,
                $"Going back to {intent.TargetId} would lose data: {intent.Schema.Migrations.First(grade => grade.Verdict == MigrationVerdict.OneWay)}. Repair forward with another deploy, or accept the loss (a copy is made first): ./build.sh Rollback --env {context.Environment.Name} --accept-data-loss");
        }

        if (intent.Schema.NeedsDown)
        {
            // Found out while nothing is touched: after the switch the release that is back could not work.
            StateProbe.RequireSpace(context.State, context.Platform.Database.CopyBytes);
        }
    }

    private async Task<(ReleaseBundle Target, SchemaVerdict Schema)> LastGoodAsync(IReadOnlyList<LedgerRow> rows, string? left, CancellationToken cancellation)
    {
        var targets = LedgerReading.RollbackTargets(rows, left);
        DeliveryFailure? damaged = null;
        foreach (var target in targets)
        {
            try
            {
                var bundle = await context.Releases.OpenAsync(target, cancellation);
                var schema = await new DatabaseMigration(context).VerdictAsync(bundle, left, cancellation);
                if (schema.Lacks is { Count: > 0 } lacks)
                {
                    context.Output.Warn($"{target} would be the release to go back to, but it needs {string.Join(", ", lacks)}, which the database lacks");
                    continue;
                }

                if (LedgerReading.CouldNotBeBroughtBack(rows).Contains(target))
                {
                    context.Output.Warn($"An earlier rollback to {target} failed; it is tried again because there is no other");
                }

                if (!LedgerReading.IsProven(rows, target))
                {
                    context.Output.Warn($"{target} is the best there is, but nobody has seen it to the end of its checks: the command that deployed it was killed");
                }

                return (bundle, schema);
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
