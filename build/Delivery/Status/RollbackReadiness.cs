using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Plans;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Status;

/// <summary>Whether a rollback would work at this moment, found out before it is needed.</summary>
public sealed record RollbackReadiness
{
    /// <summary>Whether nothing is known that would stop it.</summary>
    public required bool Ready { get; init; }

    /// <summary>Why or why not, one sentence without a full stop.</summary>
    public required string Because { get; init; }

    /// <summary>The release that it would bring back; null if there is none.</summary>
    public string? Target { get; init; }

    /// <summary>safe, needs-down or one-way; null if there is no target, or the release that runs does not say.</summary>
    public string? Schema { get; init; }

    /// <summary>Seconds that 95 of 100 rollbacks took no longer than, as far as the ledger knows; null if there was none.</summary>
    public double? EtaSeconds { get; init; }

    /// <summary>Looks at the releases that may be gone back to, files and all, at the schema, the secrets and the disk; changes nothing.</summary>
    internal static async Task<RollbackReadiness> OfAsync(DeliveryContext context, IReadOnlyList<LedgerRow> rows, Observation found, CancellationToken cancellation)
    {
        if (RollbackIntent.ToBeFinished(rows, found) is { } unfinished)
        {
            return new RollbackReadiness { Ready = true, Because = $"it serves, and what was begun besides ({unfinished.Left}) is ended", Target = unfinished.To };
        }

        var left = found.ServingReleaseId ?? LedgerReading.LastInService(rows);
        var unusable = new List<string>();
        foreach (var candidate in LedgerReading.RollbackTargets(rows, left))
        {
            try
            {
                var target = await context.Releases.OpenAsync(candidate, cancellation);
                var schema = await new DatabaseMigration(context).VerdictAsync(target, left, cancellation);
                if (schema.Lacks.Count > 0)
                {
                    unusable.Add($"{candidate} needs {string.Join(", ", schema.Lacks)}, which the database lacks");
                    continue;
                }

                return await OfAsync(context, rows, found, target.Manifest, schema, unusable, cancellation);
            }
            catch (DeliveryFailure fault) when (fault.Code == ExitCode.ReleaseCorrupt)
            {
                unusable.Add($"files of {candidate} are damaged or gone");
            }
        }

        return new RollbackReadiness
        {
            Ready = false,
            Because = unusable.Count > 0 ? $"no good release before can be used ({string.Join("; ", unusable)})" : "there is no other release that passed its checks",
        };
    }

    /// <summary>The same for the time after a deploy: whether what serves now could be brought back.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="rows">Its ledger.</param>
    /// <param name="next">The release that is to be deployed.</param>
    /// <param name="serving">What serves now.</param>
    /// <param name="cancellation">Ends the verification of files.</param>
    internal static async Task<RollbackReadiness> AfterAsync(DeliveryContext context, IReadOnlyList<LedgerRow> rows, ReleaseManifest next, string serving, CancellationToken cancellation)
    {
        try
        {
            var target = (await context.Releases.OpenAsync(serving, cancellation)).Manifest;
            return await OfAsync(context, rows, found: null, target, SchemaVerdict.Of(next, target), [], cancellation);
        }
        catch (DeliveryFailure fault) when (fault.Code == ExitCode.ReleaseCorrupt)
        {
            return new RollbackReadiness { Ready = false, Because = $"its files are damaged or gone: {fault.Message.TrimEnd('.')}", Target = serving };
        }
    }

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{(Ready ? "yes" : "no")}{(Target is null ? "" : $", to {Target}")}: {Because}";

    private static async Task<RollbackReadiness> OfAsync(DeliveryContext context, IReadOnlyList<LedgerRow> rows, Observation? found, ReleaseManifest target, SchemaVerdict schema, List<string> unusable, CancellationToken cancellation)
    {
        var obstacle = await ObstacleAsync(context, schema, cancellation);
        var remarks = new List<string> { obstacle ?? (found?.Standby.Any(host => host.ReleaseId == target.ReleaseId) is true ? "its files are whole and it is kept running" : "its files are whole") };
        if (found is not null && !LedgerReading.IsProven(rows, target.ReleaseId))
        {
            remarks.Add("nobody has seen it to the end of its checks");
        }

        if (unusable.Count > 0)
        {
            remarks.Add($"skipped: {string.Join("; ", unusable)}");
        }

        return new RollbackReadiness
        {
            Ready = obstacle is null,
            Because = string.Join("; ", remarks),
            Target = target.ReleaseId,
            Schema = schema.Graded ? MigrationGrade.Name(schema.Verdict) : null,
            EtaSeconds = PlanCalculator.EtaOf(PlanKind.Rollback, rows) is { } eta ? Math.Round(eta.P95.TotalSeconds, 1) : null,
        };
    }

    private static async Task<string?> ObstacleAsync(DeliveryContext context, SchemaVerdict schema, CancellationToken cancellation)
    {
        if (schema.Verdict == MigrationVerdict.OneWay)
        {
            return $"data would be lost: {schema.Migrations.First(grade => grade.Verdict == MigrationVerdict.OneWay)}";
        }

        try
        {
            await context.Secrets.ResolveAsync(cancellation);
            StateProbe.RequireSpace(context.State, schema.NeedsDown ? context.Platform.Database.CopyBytes : 0);
            return StateProbe.IsFull(context.State) ? "the disk of its state directory is full" : null;
        }
        catch (DeliveryFailure fault) when (fault.Code is ExitCode.SecretUnavailable or ExitCode.WrongAccount)
        {
            return fault.Message.TrimEnd('.');
        }
        catch (DeliveryFailure fault) when (fault.Code == ExitCode.DiskFull)
        {
            return "the disk has no room for the copy of the database that is made first";
        }
    }
}
