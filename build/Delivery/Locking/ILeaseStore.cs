namespace FinanceHub.Delivery.Locking;

/// <summary>Where an environment's lease is kept; needs no more than a place can offer that compares and swaps.</summary>
internal interface ILeaseStore
{
    /// <summary>The lease as it is; null if nobody ever held one.</summary>
    Lease? Read();

    /// <summary>Replaces the lease if it still is what was read, whole.</summary>
    /// <returns>Whether it was.</returns>
    bool TryReplace(Lease? expected, Lease next);

    /// <summary>Runs a write while nobody can change the lease, so that the write and the look at the token are one.</summary>
    T WithCurrent<T>(Func<Lease?, T> body);
}
