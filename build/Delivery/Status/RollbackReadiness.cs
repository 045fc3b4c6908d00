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
        var left = found.ServingReleaseId ?? LedgerReading.LastInService(rows);
        var damaged = new List<string>();
        foreach (var candidate in LedgerReading.RollbackTargets(rows, left))
        {
            try
            {
                var target = await context.Releases.OpenAsync(candidate, cancellation);
                return await OfAsync(context, rows, found, target.Manifest, left, damaged, cancellation);
            }
            catch (DeliveryFailure fault) when (fault.Code == ExitCode.ReleaseCorrupt)
            {
                damaged.Add(candidate);
            }
        }

        return new RollbackReadiness
        {
            Ready = false,
            Because = damaged.Count > 0 ? $"the files of every good release before are damaged or gone ({string.Join(", ", damaged)})" : "there is no other release that passed its checks",
        };
    }

    private static async Task<RollbackReadiness> OfAsync(DeliveryContext context, IReadOnlyList<LedgerRow> rows, Observation found, ReleaseManifest target, string? left, List<string> damaged, CancellationToken cancellation)
    {
        var leftManifest = context.Releases.Peek(left)?.Manifest;
        var schema = SchemaVerdict.Of(leftManifest, target);
        var obstacle = await ObstacleAsync(context, schema, cancellation);
        return new RollbackReadiness
        {
            Ready = obstacle is null,
            Because = (obstacle ?? (found.Standby.Any(host => host.ReleaseId == target.ReleaseId) ? "its files are whole and it is kept running" : "its files are whole"))
                + (damaged.Count > 0 ? $"; skipped, because files are damaged or gone: {string.Join(", ", damaged)}" : ""),
            Target = target.ReleaseId,
            Schema = schema.Graded && leftManifest is not null ? MigrationGrade.Name(schema.Verdict) : null,
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
