using System.Globalization;
using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Locking;

/// <summary>
/// Who may change an environment, and until when. Whoever holds the highest token is the only one who may write; a holder that finds
/// another one is fenced off.
/// </summary>
public sealed record Lease
{
    /// <summary>The version of this format: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Rises with every holder; every ledger row carries it.</summary>
    public required long Token { get; init; }

    /// <summary>The command, as its ledger rows name it.</summary>
    public required string Operation { get; init; }

    /// <summary>What is being done, for example "deploy 0.1.0-12".</summary>
    public required string Work { get; init; }

    /// <summary>The release that is being deployed; null for other commands.</summary>
    public string? Release { get; init; }

    /// <summary>Why, as the holder put it; the first 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Who does it.</summary>
    public required string User { get; init; }

    /// <summary>Where it runs.</summary>
    public required string Host { get; init; }

    /// <summary>The process on <see cref="Host"/>.</summary>
    public required int ProcessId { get; init; }

    /// <summary>When the kernel started that process; opaque. Tells it from a later one with the same id.</summary>
    public string? ProcessStart { get; init; }

    /// <summary>Where <see cref="ProcessId"/> means something: the boot and the process namespace. Null where neither is known.</summary>
    public string? ProcessSpace { get; init; }

    /// <summary>The page of the CI run; null outside CI.</summary>
    public string? RunUrl { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Signs of life so far. It moves whatever the clocks say.</summary>
    public long Heartbeat { get; init; }

    /// <summary>The last sign of life, by the holder's clock, UTC.</summary>
    public DateTimeOffset HeartbeatAt { get; init; }

    /// <summary>Without another sign of life it ends then, by the holder's clock, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether the holder undoes its work when a rollback asks it to.</summary>
    public bool Abortable { get; init; }

    /// <summary>Who asked the holder to abort; null if nobody did.</summary>
    public string? AbortRequestedBy { get; init; }

    /// <summary>Whether the holder has given it back. The record stays, so that the token never falls.</summary>
    public bool Released { get; init; }

    /// <summary>Whether both are of the same holder, however alive.</summary>
    public bool IsOf(Lease other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Token == other.Token && Operation == other.Operation;
    }

    /// <summary>In words, for messages.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{User}@{Host} (process {ProcessId}), {Work}, since {Since:yyyy-MM-dd HH:mm:ss}Z{(Reason is null ? "" : $", because \"{Reason}\"")}{(RunUrl is null ? "" : $", {RunUrl}")}");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Lease))]
internal sealed partial class LeaseJson : JsonSerializerContext;
