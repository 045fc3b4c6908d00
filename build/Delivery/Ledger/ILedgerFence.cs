namespace FinanceHub.Delivery.Ledger;

/// <summary>Keeps who no longer holds the environment from writing.</summary>
internal interface ILedgerFence
{
    /// <summary>The writer's token.</summary>
    long Token { get; }

    /// <summary>Writes while nobody can take the lease, or does not write.</summary>
    /// <exception cref="DeliveryFailure">Somebody else holds it: <see cref="ExitCode.LeaseLost"/>.</exception>
    T Guarded<T>(Func<T> write);
}
