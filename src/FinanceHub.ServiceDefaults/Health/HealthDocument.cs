using System.Text.Json.Serialization;

namespace FinanceHub.ServiceDefaults;

/// <summary>A health report in the format <c>application/health+json</c> (draft-inadarei-api-health-check).</summary>
internal sealed record HealthDocument
{
    public required string Status { get; init; }

    public required string Version { get; init; }

    public required string ReleaseId { get; init; }

    public required string ServiceId { get; init; }

    /// <summary>Why it is not well; absent when it is.</summary>
    public string? Output { get; init; }

    /// <summary>By component and measurement; the format allows several entries each.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<HealthEntry>> Checks { get; init; }
}

/// <summary>One check of a report.</summary>
internal sealed record HealthEntry
{
    public string? ComponentType { get; init; }

    public object? ObservedValue { get; init; }

    public string? ObservedUnit { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset Time { get; init; }

    public string? Output { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
internal sealed partial class HealthJson : JsonSerializerContext;
