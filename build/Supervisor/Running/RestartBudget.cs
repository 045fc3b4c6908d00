namespace FinanceHub.Supervisor.Running;

/// <summary>Decides whether and when a crashed program is started again. Pure: time is handed in.</summary>
internal sealed class RestartBudget(RestartPolicy policy)
{
    private readonly Queue<DateTimeOffset> _crashes = new();

    /// <summary>Counts a crash.</summary>
    /// <returns>Delay before the next start, <see langword="null"/> when the program crashed too often within the window.</returns>
    internal TimeSpan? Crashed(DateTimeOffset at)
    {
        _crashes.Enqueue(at);
        while (_crashes.Peek() < at - TimeSpan.FromSeconds(policy.WindowSeconds))
            _crashes.Dequeue();
        if (_crashes.Count > policy.MaxAttempts)
            return null;
        var delay = policy.InitialDelayMilliseconds * Math.Pow(2, _crashes.Count - 1);
        return TimeSpan.FromMilliseconds(Math.Min(delay, policy.MaxDelayMilliseconds));
    }
}
