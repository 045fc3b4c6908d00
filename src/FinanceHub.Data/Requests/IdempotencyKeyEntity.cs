namespace FinanceHub.Data.Requests;

/// <summary>The answer to a request that must not be carried out twice (the Idempotency-Key header).</summary>
public sealed class IdempotencyKeyEntity
{
    /// <summary>The longest key.</summary>
    public const int LongestKey = 200;

    /// <summary>The user.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>As the client chose it.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body: the same key with another request is a mistake of the client.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The body of the answer.</summary>
    public required string Body { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
