namespace FinanceHub.Delivery.Platforms;

/// <summary>What a platform knows about an instance, for people.</summary>
/// <param name="State">starting, running, backoff, failed, stopping or stopped; "gone" if nothing keeps it any more.</param>
/// <param name="Since">The beginning of that state, UTC; null if it is not alive.</param>
internal sealed record InstanceReport(string State, DateTimeOffset? Since)
{
    /// <summary>The release whose program runs; null if it never ran. A gateway that could not be replaced runs another one than it was last told to.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>How its program last ended unasked; null if it did not.</summary>
    public string? LastExit { get; init; }

    /// <summary>Starts after a crash.</summary>
    public int Restarts { get; init; }

    /// <summary>Its process on this machine; null if it has none, or not here.</summary>
    public int? ProcessId { get; init; }

    /// <summary>The port that it answers on: the public one of the gateway.</summary>
    public int? Port { get; init; }

    /// <summary>Resident memory in bytes; null if that is unknown.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Processor time that it has used since it was started, of all cores; null if that is unknown.</summary>
    public TimeSpan? ProcessorTime { get; init; }
}
