namespace FinanceHub.Delivery.Locking;

/// <summary>Takes a lease that is free, or whose holder is dead, and never one of a holder that lives.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="times">How long a holder is believed.</param>
/// <param name="clock">Measures the waiting; its wall clock is believed only as far as the heartbeat agrees.</param>
/// <param name="isGone">Whether a holder's process certainly runs no more.</param>
/// <param name="tell">Told when a lease is taken over.</param>
internal sealed class LeaseAcquisition(ILeaseStore store, LeaseTimes times, TimeProvider clock, Func<Lease, bool> isGone, Action<string> tell)
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(25);
    private Lease? _watched;
    private long _watchedSince;
    private bool _moved;

    /// <summary>Waits for the holder up to <paramref name="wait"/>.</summary>
    /// <param name="claim">Who wants it, and for what; token and times are given here.</param>
    /// <param name="wait">Zero refuses at once, except that an expired lease is watched first.</param>
    /// <param name="lastToken">The highest token known from elsewhere, asked for if there is no record.</param>
    /// <param name="whileHeld">Called with the holder's lease each time it is looked at.</param>
    /// <param name="cancellation">Ends the waiting, and the operation afterwards.</param>
    /// <exception cref="DeliveryFailure">It is held (<see cref="ExitCode.LockHeld"/>), by whom and since when.</exception>
    public async Task<HeldLease> AcquireAsync(Lease claim, TimeSpan wait, Func<long> lastToken, Action<Lease>? whileHeld, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = store.Read();
            if (current is null || current.Released || IsDead(current))
            {
                if (TryTake(current, claim, lastToken, cancellation) is { } held)
                {
                    return held;
                }

                continue; // somebody else was quicker
            }

            whileHeld?.Invoke(current);
            if (clock.GetElapsedTime(start) >= wait && (_moved || !HasExpired(current)))
            {
                var waited = wait > TimeSpan.Zero ? $" after waiting {wait.TotalSeconds:0} s" : "";
                throw new DeliveryFailure(ExitCode.LockHeld,
                    $"The environment is locked{waited} by {current}. Wait for it to end, or let this command wait: --wait SECONDS. If it hangs, fence it off: ./build.sh Unlock --reason \"...\"");
            }

            await Task.Delay(RetryInterval, clock, cancellation);
        }
    }

    private HeldLease? TryTake(Lease? current, Lease claim, Func<long> lastToken, CancellationToken cancellation)
    {
        var next = Started(claim, (current?.Token ?? lastToken()) + 1);
        if (!store.TryReplace(current, next))
        {
            return null;
        }

        if (current is { Released: false })
        {
            tell($"Took over from {current}: {(isGone(current) ? "its process is gone" : "it gave no sign of life any more")}");
        }

        return new HeldLease(store, next, current, times, clock, tell, cancellation);
    }

    /// <summary>The first record of a holder.</summary>
    public Lease Started(Lease claim, long token)
    {
        var now = clock.GetUtcNow();
        return claim with { Token = token, Since = now, Heartbeat = 1, HeartbeatAt = now, ExpiresAt = now + times.Expiry };
    }

    private bool HasExpired(Lease lease) => lease.ExpiresAt <= clock.GetUtcNow();

    private bool IsDead(Lease lease)
    {
        if (isGone(lease))
        {
            return true;
        }

        if (_watched is null || !_watched.IsOf(lease) || _watched.Heartbeat != lease.Heartbeat)
        {
            _moved = _watched is not null;
            (_watched, _watchedSince) = (lease, clock.GetTimestamp());
        }

        // The second: when this machine's wall clock jumped back, or the holder's was ahead, the time of expiry is far away.
        var unmoved = clock.GetElapsedTime(_watchedSince);
        return (HasExpired(lease) && unmoved >= times.Observation) || unmoved >= times.Expiry + times.Observation;
    }
}
