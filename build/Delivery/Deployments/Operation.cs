using System.Globalization;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>A command that changes an environment: its name, its lock, its rows in the ledger.</summary>
internal sealed class Operation(DeliveryContext context, string work, string? reason)
{
    /// <summary>Names the command in the ledger and its instances on disk; sorts by time.</summary>
    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{context.Clock.GetUtcNow():yyyyMMdd'T'HHmmss}-{Random.Shared.Next(0x10000):x4}");

    /// <summary>Makes sure that nobody else changes the environment until disposed.</summary>
    public Task<DeployLock> LockAsync(TimeSpan? wait, CancellationToken cancellation) => DeployLock.AcquireAsync(
        context.State.Lock,
        new LockHolder
        {
            Work = context.Redact(work),
            User = System.Environment.UserName,
            Host = System.Environment.MachineName,
            ProcessId = System.Environment.ProcessId,
            Since = context.Clock.GetUtcNow(),
        },
        wait ?? TimeSpan.Zero,
        context.Clock,
        cancellation);

    /// <summary>Writes a row.</summary>
    public LedgerRow Record(LedgerEvent what, ReleaseManifest? release, string? previous, StepTrack? steps = null, DeliveryFailure? failure = null, bool holdsAll = false)
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
                ExitCode = steps is null ? null : failure?.Code ?? ExitCode.Success,
                Error = failure is null ? null : context.Redact(failure.Message),
                Durations = steps?.Durations,
                Bake = steps?.Bake,
            });
        }
        catch (Exception fault) when (StateFaults.Explain(fault, context.State.Root) is { } known)
        {
            throw new DeliveryFailure(known.Code, $"The ledger row '{what}' could not be written. {known.Message}", fault);
        }
    }

    /// <summary>Writes the row of a failure, without hiding the failure if even that does not work.</summary>
    public void RecordFailure(LedgerEvent what, ReleaseManifest release, string? previous, StepTrack steps, Exception fault) =>
        RecordIfPossible(what, release, previous, steps, fault as DeliveryFailure ?? new DeliveryFailure(ExitCode.Failed, fault.Message));

    /// <summary>Writes a row about something that is done and stays done; that it cannot be written is told.</summary>
    public void RecordIfPossible(LedgerEvent what, ReleaseManifest? release, string? previous, StepTrack? steps = null, DeliveryFailure? failure = null)
    {
        try
        {
            Record(what, release, previous, steps, failure);
        }
        catch (DeliveryFailure unwritten)
        {
            context.Output.Warn(unwritten.Message);
        }
    }
}
