using System.Globalization;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>A command that changes an environment: its name, its lease, its rows in the ledger.</summary>
/// <param name="context">The environment.</param>
/// <param name="work">What is done, for whoever is kept waiting.</param>
/// <param name="reason">Why, as the user put it.</param>
/// <param name="deploys">The release, if it is a deploy: a rollback may abort it.</param>
/// <param name="id">From <see cref="NewId"/>, where something was written about the command before it was known what it does; null for a new one.</param>
internal sealed class Operation(DeliveryContext context, string work, string? reason, string? deploys = null, string? id = null)
{
    private const int ReasonLength = 500;

    /// <summary>Names the command in the ledger and its instances on disk; sorts by time.</summary>
    public string Id { get; } = id ?? NewId(context);

    /// <summary>A name for a command that begins now.</summary>
    public static string NewId(DeliveryContext context) => string.Create(CultureInfo.InvariantCulture, $"{context.Clock.GetUtcNow():yyyyMMdd'T'HHmmss}-{Random.Shared.Next(0x10000):x4}");

    /// <summary>Makes sure that nobody else changes the environment until disposed. From here on the command's own cancellation is the lease's.</summary>
    /// <param name="wait">How long to wait for another command to end; null refuses at once.</param>
    /// <param name="cancellation">Ends the waiting, and the operation.</param>
    /// <param name="whileHeld">Called with the holder's lease each time it is looked at.</param>
    public async Task<HeldLease> LockAsync(TimeSpan? wait, CancellationToken cancellation, Action<Lease>? whileHeld = null)
    {
        var held = await Acquisition().AcquireAsync(Claim(), wait ?? TimeSpan.Zero, LastToken, whileHeld, cancellation);
        context.Lease.Enter(held);
        return held;
    }

    /// <summary>Takes the lease from its holder, alive or not, who is fenced off by that.</summary>
    /// <param name="holder">Whose lease it is.</param>
    /// <param name="cancellation">Ends the operation.</param>
    /// <returns>The lease; null if it changed hands meanwhile.</returns>
    public HeldLease? Seize(Lease holder, CancellationToken cancellation)
    {
        while (context.LeaseStore.Read() is { Released: false } current && current.IsOf(holder))
        {
            var own = Acquisition().Started(Claim(), current.Token + 1);
            if (context.LeaseStore.TryReplace(current, own))
            {
                var held = new HeldLease(context.LeaseStore, own, current, context.LeaseTimes, context.Clock, context.Output.Warn, cancellation);
                context.Lease.Enter(held);
                return held;
            }
        }

        return null;
    }

    private LeaseAcquisition Acquisition() => new(context.LeaseStore, context.LeaseTimes, context.Clock, HolderProcess.IsGone, context.Output.Warn);

    private Lease Claim() => new()
    {
        Token = 0,
        Operation = Id,
        Work = context.Redact(work),
        Release = deploys,
        Reason = reason is null ? null : Shortened(context.Redact(reason)),
        User = System.Environment.UserName,
        Host = System.Environment.MachineName,
        ProcessId = System.Environment.ProcessId,
        ProcessStart = HolderProcess.OwnStart,
        ProcessSpace = HolderProcess.OwnSpace,
        RunUrl = ContinuousIntegration.RunUrl(System.Environment.GetEnvironmentVariable),
        Since = context.Clock.GetUtcNow(),
        Abortable = deploys is not null,
    };

    // A lease that somebody removed must not make the tokens of the ledger fall. A ledger that cannot be trusted does not keep an environment from being stopped.
    private long LastToken() => context.Ledger.Verify().Rows.Max(row => row.Token) ?? 0;

    private static string Shortened(string text) => text.Length <= ReasonLength ? text : text[..ReasonLength];

    /// <summary>Writes a row.</summary>
    public LedgerRow Record(LedgerEvent what, ReleaseManifest? release, string? previous, StepTrack? steps = null, DeliveryFailure? failure = null, bool holdsAll = false, bool serves = false, Lease? holder = null)
    {
        try
        {
            return context.Ledger.Append(new LedgerRow
            {
                At = context.Clock.GetUtcNow(),
                Event = what,
                Operation = Id,
                Release = release?.ReleaseId,
                Previous = previous,
                Version = release?.Version,
                Commit = release?.Commit,
                Actor = DeliveryContext.Actor,
                Reason = reason is null ? null : context.Redact(reason),
                HoldsAll = holdsAll ? true : null,
                Serves = serves ? true : null,
                ExitCode = steps is null ? null : failure?.Code ?? ExitCode.Success,
                Error = failure is null ? null : context.Redact(failure.Message),
                Durations = steps?.Durations,
                Digests = IntoService(what) ? release?.Services.ToDictionary(service => service.Key, service => service.Value.Digest, StringComparer.Ordinal) : null,
                Sbom = IntoService(what) ? release?.Sbom?.Sha256 : null,
                FirstMigration = release?.Migrations.First,
                LastMigration = release?.Migrations.Last,
                Verdict = VerdictOf(release, previous),
                Holder = holder is null ? null : context.Redact(holder.ToString()),
                Bake = steps?.Bake,
            });
        }
        catch (Exception fault) when (StateFaults.Explain(fault, context.State.Root) is { } known)
        {
            throw new DeliveryFailure(known.Code, $"The ledger row '{what}' could not be written. {known.Message}", fault);
        }
    }

    private static bool IntoService(LedgerEvent what) => what is LedgerEvent.DeployStarted or LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded;

    // Either way between the two: what a rollback from the newer to the older has to do is known when the newer is deployed.
    private MigrationVerdict? VerdictOf(ReleaseManifest? release, string? previous)
    {
        if (release is null || context.Releases.Peek(previous)?.Manifest is not { } other)
        {
            return null;
        }

        var (newer, older) = string.CompareOrdinal(release.Migrations.Last, other.Migrations.Last) >= 0 ? (release, other) : (other, release);
        return SchemaVerdict.Of(newer, older) is { Graded: true } verdict ? verdict.Verdict : null;
    }

    /// <summary>Writes whom this command fenced off; that it cannot be written is told.</summary>
    public void RecordUnlocked(Lease holder) => IfPossible(() => Record(LedgerEvent.Unlocked, null, null, holder: holder));

    /// <summary>Writes the row of a failure, without hiding the failure if even that does not work.</summary>
    public void RecordFailure(LedgerEvent what, ReleaseManifest release, string? previous, StepTrack steps, Exception fault, bool serves = false, bool holdsAll = false) =>
        RecordIfPossible(what, release, previous, steps, fault as DeliveryFailure ?? new DeliveryFailure(ExitCode.Failed, fault.Message), serves, holdsAll);

    /// <summary>Writes a row about something that is done and stays done; that it cannot be written is told.</summary>
    public void RecordIfPossible(LedgerEvent what, ReleaseManifest? release, string? previous, StepTrack? steps = null, DeliveryFailure? failure = null, bool serves = false, bool holdsAll = false) =>
        IfPossible(() => Record(what, release, previous, steps, failure, holdsAll, serves));

    private void IfPossible(Action record)
    {
        try
        {
            record();
        }
        catch (DeliveryFailure unwritten)
        {
            context.Output.Warn(unwritten.Message);
        }
    }
}
