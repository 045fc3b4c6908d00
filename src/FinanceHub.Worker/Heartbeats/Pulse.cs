namespace FinanceHub.Worker.Heartbeats;

/// <summary>This process among the workers, and when it last beat.</summary>
internal sealed class Pulse
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastBeat;
    private bool _takesJobs;

    /// <summary>Ends with the first beat.</summary>
    public Task First => _first.Task;

    /// <summary>Whether this process takes jobs: set and asked from different threads.</summary>
    public bool TakesJobs
    {
        get => Volatile.Read(ref _takesJobs);
        set => Volatile.Write(ref _takesJobs, value);
    }

    /// <summary>Unique for each process that ever runs; says nothing about the machine.</summary>
    public string InstanceId { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>UTC; null before the first beat.</summary>
    public DateTimeOffset? LastBeat => Interlocked.Read(ref _lastBeat) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Beat(DateTimeOffset now)
    {
        Interlocked.Exchange(ref _lastBeat, now.UtcTicks);
        _first.TrySetResult();
    }
}
