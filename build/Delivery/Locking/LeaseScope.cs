using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.Locking;

/// <summary>The lease of one command, from when it has taken it.</summary>
internal sealed class LeaseScope : ILedgerFence
{
    private HeldLease? _held;

    /// <summary>Who asked this command to abort; null if nobody did.</summary>
    public string? AbortedBy => _held?.AbortedBy;

    /// <summary>What fenced this command off; null while nothing is known to have.</summary>
    public DeliveryFailure? Loss => _held?.Loss;

    /// <inheritdoc/>
    public long Token => Required.Token;

    private HeldLease Required => _held ?? throw new InvalidOperationException("A command writes before it has taken the lease.");

    /// <summary>From here on the command holds the lease.</summary>
    public void Enter(HeldLease held) => _held = held;

    /// <summary>Looks once more; a command that only looks at the environment has none and needs none.</summary>
    /// <exception cref="DeliveryFailure">Somebody else holds it: <see cref="ExitCode.LeaseLost"/>.</exception>
    public void EnsureHeld() => _held?.EnsureHeld();

    /// <summary>What fenced this command off, looked up now; null if it still holds.</summary>
    public DeliveryFailure? FindLoss()
    {
        try
        {
            EnsureHeld();
            return null;
        }
        catch (DeliveryFailure loss) when (loss.Code == ExitCode.LeaseLost)
        {
            return loss;
        }
    }

    /// <inheritdoc/>
    public T Guarded<T>(Func<T> write) => Required.Guarded(write);
}
