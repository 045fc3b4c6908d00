using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>What a rollback is about to do, as it is shown and confirmed.</summary>
/// <param name="Target">The release to go back to.</param>
/// <param name="Left">What is left; null if nothing ever served.</param>
/// <param name="Aborts">The deploy in flight that it ends; null if there is none.</param>
/// <param name="Found">The world that this was decided in.</param>
/// <param name="Rows">The ledger at that time.</param>
/// <param name="Schema">What it takes of the schema as the database had it then.</param>
internal sealed record RollbackIntent(ReleaseBundle Target, string? Left, Lease? Aborts, Observation Found, IReadOnlyList<LedgerRow> Rows, SchemaVerdict Schema)
{
    /// <summary>The id of <see cref="Target"/>.</summary>
    public string TargetId => Target.Manifest.ReleaseId;

    /// <summary>Whether the target serves, because an earlier rollback to it, or a deploy over it, ended before it was done: this one finishes that instead of going further back.</summary>
    public bool Finishes { get; private init; }

    /// <summary>Looks at the world and decides; changes nothing.</summary>
    /// <exception cref="DeliveryFailure">There is nothing to go back to.</exception>
    public static async Task<RollbackIntent> OfAsync(DeliveryContext context, RollbackRequest request, CancellationToken cancellation)
    {
        var found = await context.Platform.ObserveAsync(cancellation);
        var rows = context.Ledger.Read();
        // Who approved a plan has approved no abort.
        var aborts = request.Approved is null ? new DeployInFlight(context).Find(rows, found) : null;
        if (aborts is not null && request.To is null)
        {
            var before = DeployInFlight.Before(aborts, rows, found) ?? throw new DeliveryFailure(ExitCode.NothingToRollBackTo,
                $"The deploy in flight is the first of '{context.Environment.Name}', so there is nothing to go back to: {aborts}. Let it end, or fence it off and stop what it started: ./build.sh Unlock --env {context.Environment.Name} --reason \"...\"; ./build.sh Stop --env {context.Environment.Name}");
            return await OfAsync(context, await context.Releases.OpenAsync(before, cancellation), aborts.Release, aborts, found, rows, cancellation);
        }

        if (request is { Approved: null, To: null } && ToBeFinished(rows, found) is { } ended)
        {
            return await OfAsync(context, await context.Releases.OpenAsync(ended.To, cancellation), ended.Left, null, found, rows, cancellation) with { Finishes = true };
        }

        // When nothing serves, what served last is what is being left: it must not be gone back to by the next rollback.
        var left = found.ServingReleaseId ?? LedgerReading.LastInService(rows);
        var (target, schema) = await new RollbackChoice(context).ChooseAsync(request.To, aborts is null ? found.ServingReleaseId : null, left, cancellation);
        return new RollbackIntent(target, aborts?.Release ?? left, aborts, found, rows, schema);
    }

    private static async Task<RollbackIntent> OfAsync(DeliveryContext context, ReleaseBundle target, string? left, Lease? aborts, Observation found, IReadOnlyList<LedgerRow> rows, CancellationToken cancellation) =>
        new(target, left, aborts, found, rows, await new DatabaseMigration(context).VerdictAsync(target, left, cancellation));

    /// <summary>The same, decided under the lease: what was confirmed is what is done, or nothing is.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="ended">The deploy that ended without coming into service; null if none did.</param>
    /// <param name="before">The world under the lease.</param>
    /// <param name="cancellation">Ends the verification of files.</param>
    /// <exception cref="DeliveryFailure">The world has moved: <see cref="ExitCode.PlanChanged"/>.</exception>
    public async Task<RollbackIntent> UnderLeaseAsync(DeliveryContext context, RollbackRequest request, Lease? ended, Observation before, CancellationToken cancellation)
    {
        var rows = context.Ledger.Read();
        if (Finishes && before.ServingReleaseId == TargetId)
        {
            // What the killed one had not yet taken back, the recovery has.
            return await OfAsync(context, Target, Left, null, before, rows, cancellation) with { Finishes = true };
        }

        if (ended is null && rows.Count == Rows.Count && before.ServingReleaseId == Found.ServingReleaseId)
        {
            // The recovery may have taken something back.
            return this with { Found = before, Schema = await new DatabaseMigration(context).VerdictAsync(Target, Left, cancellation) };
        }

        var left = ended?.Release ?? before.ServingReleaseId ?? LedgerReading.LastInService(rows);
        var targetId = ended is null ? (await new RollbackChoice(context).ChooseAsync(request.To, before.ServingReleaseId, left, cancellation)).Target.Manifest.ReleaseId
            : request.To is null ? DeployInFlight.Before(ended, rows, before)
            : TargetId;
        return targetId == TargetId
            ? await OfAsync(context, Target, left, ended, before, rows, cancellation)
            : throw new DeliveryFailure(ExitCode.PlanChanged,
                $"The environment changed after this rollback was decided: it would go back to {targetId ?? "nothing"} now, not to {TargetId}. Nothing was rolled back. Look again: ./build.sh Rollback --env {context.Environment.Name}");
    }

    /// <summary>
    /// What a command left that ended before it was done, and that another one has to be gone from: the release that is wanted serves. A deploy
    /// in flight that can no longer be asked, because its lease is gone, is one of these.
    /// </summary>
    internal static (string To, string? Left)? ToBeFinished(IReadOnlyList<LedgerRow> rows, Observation found)
    {
        var row = LedgerReading.Unfinished(rows) ?? LedgerReading.LastOutcome(rows) switch
        {
            // One whose target is not well even on its own schema is done: then it is time to go further back.
            { Event: LedgerEvent.RollbackFailed, Serves: true, ExitCode: not ExitCode.SmokeFailed } failed => failed,
            { Event: LedgerEvent.DeployFailed, Serves: true } failed => failed,
            _ => null,
        };
        var (to, left) = row is { Event: LedgerEvent.DeployStarted or LedgerEvent.DeployFailed } ? (row.Previous, row.Release) : (row?.Release, row?.Previous);
        return to is not null && to == found.ServingReleaseId && to != left ? (to, left) : null;
    }
}
