using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Gateway;

/// <summary>What the gateway is told to serve.</summary>
internal sealed record GatewayRoutes
{
    public required string ReleaseId { get; init; }

    public required SortedDictionary<string, IReadOnlyList<GatewayDestination>> Clusters { get; init; }
}

/// <summary>What the gateway answers that it serves.</summary>
internal sealed record GatewayState
{
    public string? ReleaseId { get; init; }

    public long Revision { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<GatewayDestination>>? Clusters { get; init; }

    /// <summary>Only in answers.</summary>
    public IReadOnlyList<DrainingDestination>? Draining { get; init; }
}

/// <summary>What the gateway keeps for its next start.</summary>
internal sealed record StoredRoutes
{
    public long Revision { get; init; }

    public GatewayState? Routes { get; init; }
}

/// <summary>An instance that gets requests.</summary>
internal sealed record GatewayDestination
{
    public required Uri Address { get; init; }

    public required int Weight { get; init; }

    public required string ReleaseId { get; init; }

    /// <summary>Requests not yet answered; only in answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int InFlight { get; init; }
}

/// <summary>An instance that gets no new requests and still answers old ones.</summary>
internal sealed record DrainingDestination
{
    public required string Cluster { get; init; }

    public required Uri Address { get; init; }

    public required string ReleaseId { get; init; }

    public int InFlight { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GatewayRoutes))]
[JsonSerializable(typeof(GatewayState))]
[JsonSerializable(typeof(StoredRoutes))]
internal sealed partial class GatewayJson : JsonSerializerContext;
