namespace FinanceHub.Data.Outbox;

/// <summary>Something to be told to the outside, written in the transaction of what it tells about: it is sent if and only if that happened.</summary>
public sealed class OutboxMessageEntity
{
    /// <summary>Version 7: ordered by time. The receiver knows a message that is sent twice by it.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind of message it is.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about; one message of a kind for each.</summary>
    public required string Subject { get; init; }

    /// <summary>JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>UTC; not tried before.</summary>
    public required DateTime NextAttemptAt { get; set; }

    /// <summary>UTC; null until it has been delivered.</summary>
    public DateTime? DeliveredAt { get; set; }

    /// <summary>UTC; null unless it was given up.</summary>
    public DateTime? AbandonedAt { get; set; }

    /// <summary>Why the last attempt failed; null if none did.</summary>
    public string? LastError { get; set; }
}
