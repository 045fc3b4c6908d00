using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Metrics;

/// <summary>How an environment is delivered to.</summary>
public sealed record MetricsReport : IReport
{
    /// <summary>The version of the JSON: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>The beginning of the time that was looked at, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Its end.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The five of DORA.</summary>
    public required IReadOnlyList<DeliveryMetric> Metrics { get; init; }

    /// <summary>Every change of what customers use, oldest first.</summary>
    public required IReadOnlyList<DeploymentMarker> Markers { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public ExitCode ExitCode => ExitCode.Success;

    /// <inheritdoc/>
    [JsonIgnore]
    public string Summary => $"'{Environment}': {Markers.Count} changes of what customers use.";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MetricsReport))]
internal sealed partial class MetricsJson : JsonSerializerContext;
