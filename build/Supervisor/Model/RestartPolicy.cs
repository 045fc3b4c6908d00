namespace FinanceHub.Supervisor;

/// <summary>Bounded restarts with exponential back-off. Crashes older than the window no longer count, so a stable run resets the delay.</summary>
public sealed record RestartPolicy
{
    /// <summary>Restarts allowed within the window; one crash more and the instance is <see cref="InstanceState.Failed"/>.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Length of the sliding window in seconds.</summary>
    public int WindowSeconds { get; set; } = 60;

    /// <summary>Delay before the first restart in milliseconds; doubles with each crash within the window.</summary>
    public int InitialDelayMilliseconds { get; set; } = 200;

    /// <summary>Upper bound of the delay in milliseconds.</summary>
    public int MaxDelayMilliseconds { get; set; } = 10_000;
}
