using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Health;

/// <summary>What every service says about its health.</summary>
public sealed record HealthReport : IReport
{
    /// <summary>The version of the JSON: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>The release that serves; null if none.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>pass, warn or fail: the worst of all.</summary>
    public required string Status { get; init; }

    /// <summary>The gateway, as customers reach it, then the hosts of the release.</summary>
    public required IReadOnlyList<ServiceHealth> Services { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public required ExitCode ExitCode { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Summary => ExitCode switch
    {
        ExitCode.NotDeployed => $"'{Environment}' does not answer. See what runs: ./build.sh Status --env {Environment}",
        ExitCode.Failed => $"'{Environment}' is not healthy: {string.Join(", ", Services.Where(service => service.Status != "pass").Select(service => $"{service.Service} {service.Status}"))}. See ./build.sh Logs --env {Environment}",
        _ => $"'{Environment}' is healthy.",
    };
}

/// <summary>The health of one service.</summary>
public sealed record ServiceHealth
{
    /// <summary>api, web, worker or gateway.</summary>
    public required string Service { get; init; }

    /// <summary>pass, warn, fail, or unreachable.</summary>
    public required string Status { get; init; }

    /// <summary>How long the answer took.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Resident memory in bytes; null if that is unknown.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Processor use while it was looked at, in percent of one core; null if that is unknown.</summary>
    public double? ProcessorPercent { get; init; }

    /// <summary>The release that answered.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>The host's own report; null if it gave none.</summary>
    public JsonNode? Report { get; init; }

    /// <summary>Why there is no report.</summary>
    public string? Reason { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
