using System.Diagnostics;

namespace FinanceHub.Supervisor.Running;

/// <summary>Everything that happens to a supervisor, done one after the other on its main thread: no state is shared between threads.</summary>
internal sealed class Mailbox
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> _due = new();
    private long _posted;
    private bool _closed;

    // Not the time of day: somebody who sets the clock must not keep a supervisor from restarting or killing what it has to.
    private static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>Does it as soon as possible. Any thread.</summary>
    internal void Post(Action action) => PostAfter(TimeSpan.Zero, action);

    /// <summary>Does it after a delay. Any thread.</summary>
    internal void PostAfter(TimeSpan delay, Action action)
    {
        lock (_due)
        {
            _due.Enqueue(action, (Now + delay, _posted++));
            Monitor.Pulse(_due);
        }
    }

    /// <summary>Ends <see cref="Run"/> after the current action.</summary>
    internal void Close() => _closed = true;

    /// <summary>Works until closed.</summary>
    internal void Run()
    {
        while (!_closed)
            TakeNext()();
    }

    private Action TakeNext()
    {
        lock (_due)
        {
            while (true)
            {
                var wait = Timeout.InfiniteTimeSpan;
                if (_due.TryPeek(out _, out var next))
                {
                    wait = next.At - Now;
                    if (wait <= TimeSpan.Zero)
                        return _due.Dequeue();
                }

                Monitor.Wait(_due, wait);
            }
        }
    }
}
