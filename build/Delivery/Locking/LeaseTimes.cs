namespace FinanceHub.Delivery.Locking;

/// <summary>How often a holder shows that it lives, and how long the others believe it.</summary>
internal sealed record LeaseTimes
{
    /// <summary>Between two signs of life. Default: 5 s.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From a sign of life to the end of the lease. Default: 30 s.</summary>
    public TimeSpan Expiry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a holder looks whether it was fenced off or asked to abort. Default: 250 ms.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long an expired lease is watched before it is taken over: a clock that jumped makes a live lease look expired, but its
    /// heartbeat moves. Two intervals, for the first may just have begun.
    /// </summary>
    public TimeSpan Observation => Heartbeat * 2;
}
