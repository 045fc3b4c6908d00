using System.Text.Json.Serialization;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Gateway;

/// <summary>What the gateway answers that it counted.</summary>
internal sealed record GatewayFigures
{
    public required IReadOnlyList<double> LatencyBounds { get; init; }

    public required IReadOnlyDictionary<string, GatewayReleaseFigures> Releases { get; init; }

    public TrafficReading ToReading() => new(LatencyBounds, Releases.ToDictionary(
        release => release.Key,
        release => new ReleaseFigures(release.Value.Requests, release.Value.Errors, new LatencyHistogram(LatencyBounds, release.Value.Latency)),
        StringComparer.Ordinal));
}

/// <summary>The counts of one release.</summary>
internal sealed record GatewayReleaseFigures
{
    public required long Requests { get; init; }

    public required long Errors { get; init; }

    public required IReadOnlyList<long> Latency { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GatewayFigures))]
internal sealed partial class GatewayFiguresJson : JsonSerializerContext;
