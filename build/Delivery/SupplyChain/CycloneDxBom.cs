using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.SupplyChain;

// The part of CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/) that a release uses. No package: its .NET library is not to be
// had on every mirror; the tests hold what is written here against that library's own validator.

/// <summary>A bill of materials.</summary>
internal sealed record CycloneDxBom
{
    public string BomFormat { get; init; } = "CycloneDX";

    public string SpecVersion { get; init; } = "1.6";

    public string? SerialNumber { get; init; }

    public int Version { get; init; } = 1;

    public required BomMetadata Metadata { get; init; }

    public required IReadOnlyList<BomComponent> Components { get; init; }

    public required IReadOnlyList<BomDependency> Dependencies { get; init; }
}

internal sealed record BomMetadata
{
    /// <summary>RFC 3339, UTC.</summary>
    public required string Timestamp { get; init; }

    public required IReadOnlyList<BomLifecycle> Lifecycles { get; init; }

    public required BomComponent Component { get; init; }
}

internal sealed record BomLifecycle(string Phase);

internal sealed record BomComponent
{
    /// <summary>application or library.</summary>
    public required string Type { get; init; }

    [JsonPropertyName("bom-ref")]
    public required string BomRef { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public IReadOnlyList<BomHash>? Hashes { get; init; }

    public IReadOnlyList<BomLicenseChoice>? Licenses { get; init; }

    public string? Purl { get; init; }

    public IReadOnlyList<BomProperty>? Properties { get; init; }
}

internal sealed record BomHash(string Alg, string Content);

/// <summary>Either an SPDX expression or a license that has none.</summary>
internal sealed record BomLicenseChoice
{
    public string? Expression { get; init; }

    public BomLicense? License { get; init; }
}

internal sealed record BomLicense
{
    public required string Name { get; init; }

    public string? Url { get; init; }
}

internal sealed record BomProperty(string Name, string Value);

internal sealed record BomDependency(string Ref, IReadOnlyList<string> DependsOn);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(CycloneDxBom))]
internal sealed partial class CycloneDxJson : JsonSerializerContext;
