using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Locking;

/// <summary>
/// A lease that this process holds: shows signs of life in the background, and cancels the operation when it was fenced off or asked to
/// abort. Given back when disposed.
/// </summary>
internal sealed class HeldLease : IDisposable
{
    private readonly ILeaseStore _store;
    private readonly LeaseTimes _times;
    private readonly TimeProvider _clock;
    private readonly Action<string> _warn;
    private readonly CancellationTokenSource _operation;
    private readonly CancellationTokenSource _watch = new();
    private readonly Lock _sync = new();
    private readonly Task _watching;
    private Lease _own;
    private long _lastBeat;
    private bool _ended;
    private bool _warned;

    /// <param name="store">Where it is kept.</param>
    /// <param name="own">The record that made this process the holder.</param>
    /// <param name="previous">The record that it replaced.</param>
    /// <param name="times">How often to show a sign of life.</param>
    /// <param name="clock">Measures the intervals.</param>
    /// <param name="warn">Told when no sign of life can be written.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public HeldLease(ILeaseStore store, Lease own, Lease? previous, LeaseTimes times, TimeProvider clock, Action<string> warn, CancellationToken cancellation)
    {
        (_store, _own, Previous, _times, _clock, _warn) = (store, own, previous, times, clock, warn);
        _operation = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _lastBeat = clock.GetTimestamp();
        _watching = WatchAsync();
    }

    /// <summary>Cancelled when the operation must end: by its user, by who fenced it off, by who asked it to abort.</summary>
    public CancellationToken Cancellation => _operation.Token;

    /// <summary>The record that this one replaced; null for the first.</summary>
    public Lease? Previous { get; }

    /// <summary>What every write of this holder carries.</summary>
    public long Token => _own.Token;

    /// <summary>What fenced this holder off; null while nothing is known to have.</summary>
    public DeliveryFailure? Loss { get; private set; }

    /// <summary>Who asked to abort; null if nobody did.</summary>
    public string? AbortedBy { get; private set; }

    /// <exception cref="DeliveryFailure">Somebody else holds it: <see cref="ExitCode.LeaseLost"/>.</exception>
    public void EnsureHeld()
    {
        // A process that was suspended renews first: whoever watches it must not take over between this look and the step.
        var held = _clock.GetElapsedTime(_lastBeat) > _times.Observation ? Beat() : Look();
        if (!held)
        {
            throw Loss!;
        }
    }

    /// <summary>Writes while nobody can take the lease, or does not write.</summary>
    /// <exception cref="DeliveryFailure">Somebody else holds it: <see cref="ExitCode.LeaseLost"/>.</exception>
    public T Guarded<T>(Func<T> write) => _store.WithCurrent(current => Holds(current) ? write() : throw Loss!);

    /// <summary>Ends the signs of life, because the record itself is about to be removed.</summary>
    public void Forget()
    {
        lock (_sync)
        {
            _ended = true;
        }

        _watch.Cancel();
    }

    /// <summary>Gives the lease back, if it is still this holder's.</summary>
    public void Dispose()
    {
        lock (_sync)
        {
            if (!_ended)
            {
                _ended = true;
                Attempt(() =>
                {
                    while (_store.Read() is { } current && Holds(current) && !_store.TryReplace(current, current with { Released = true }))
                    {
                        // a request to abort came in between
                    }
                });
            }
        }

        _watch.Cancel();
        _watching.ContinueWith(
            _ =>
            {
                _watch.Dispose();
                _operation.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(_times.Poll, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_watch.Token))
            {
                // Not where the timer runs: a write may wait for the disk.
                await Task.Run(() => Attempt(() => _ = _clock.GetElapsedTime(_lastBeat) >= _times.Heartbeat ? Beat() : Look()), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // given back
        }
    }

    private bool Look()
    {
        lock (_sync)
        {
            return _ended || Holds(_store.Read());
        }
    }

    private bool Beat()
    {
        lock (_sync)
        {
            while (!_ended && _store.Read() is var current)
            {
                if (!Holds(current))
                {
                    return false;
                }

                var now = _clock.GetUtcNow();
                var next = current! with { Heartbeat = current.Heartbeat + 1, HeartbeatAt = now, ExpiresAt = now + _times.Expiry };
                if (_store.TryReplace(current, next))
                {
                    (_own, _lastBeat) = (next, _clock.GetTimestamp());
                    return true;
                }
            }

            return true;
        }
    }

    private bool Holds(Lease? current)
    {
        if (current is { Released: false } && current.IsOf(_own))
        {
            if (current.AbortRequestedBy is { } who && AbortedBy is null)
            {
                AbortedBy = who;
                CancelOperation();
            }

            return true;
        }

        if (Loss is null)
        {
            Loss = new DeliveryFailure(ExitCode.LeaseLost,
                $"This command was fenced off and has ended where it was, undoing nothing: {(current is null ? "the lease was removed" : $"the lease belongs to {current}")}. What it left is finished or undone by the next Deploy, Rollback or Stop. See what serves: ./build.sh Status");
            CancelOperation();
        }

        return false;
    }

    // Not on this thread: what is registered may wait for a step that looks at the lease.
    private void CancelOperation() => _ = Task.Run(_operation.Cancel);

    private void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DeliveryFailure)
        {
            // Until somebody takes over, the lease is held all the same; every write looks.
            if (!_warned)
            {
                _warned = true;
                _warn($"The lease cannot be renewed: {fault.Message}");
            }
        }
    }
}
