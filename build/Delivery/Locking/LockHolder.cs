using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Locking;

/// <summary>Who changes an environment right now.</summary>
public sealed record LockHolder
{
    /// <summary>What is being done, for example "deploy 0.1.0-12".</summary>
    public required string Work { get; init; }

    /// <summary>Who does it.</summary>
    public required string User { get; init; }

    /// <summary>Where it runs.</summary>
    public required string Host { get; init; }

    /// <summary>The process on <see cref="Host"/>.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>In words, for messages.</summary>
    public override string ToString() => $"{User}@{Host} (process {ProcessId}), {Work}, since {Since:yyyy-MM-dd HH:mm:ss}Z";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LockHolder))]
internal sealed partial class LockJson : JsonSerializerContext;
