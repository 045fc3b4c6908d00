using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.SupplyChain;

/// <summary>An in-toto statement, version 1 (https://github.com/in-toto/attestation), about how something was built (https://slsa.dev/spec/v1.0/provenance).</summary>
internal sealed record InTotoStatement
{
    public const string StatementType = "https://in-toto.io/Statement/v1";

    public const string Slsa = "https://slsa.dev/provenance/v1";

    [JsonPropertyName("_type")]
    public string Type { get; init; } = StatementType;

    public required IReadOnlyList<ResourceDescriptor> Subject { get; init; }

    public string PredicateType { get; init; } = Slsa;

    public required SlsaProvenance Predicate { get; init; }
}

/// <summary>Something that is named, and told from others by its digests.</summary>
internal sealed record ResourceDescriptor
{
    public string? Name { get; init; }

    public string? Uri { get; init; }

    /// <summary>Hexadecimal digits by the algorithm.</summary>
    public IReadOnlyDictionary<string, string>? Digest { get; init; }
}

internal sealed record SlsaProvenance
{
    public required BuildDefinition BuildDefinition { get; init; }

    public required RunDetails RunDetails { get; init; }
}

/// <summary>What was to be built.</summary>
internal sealed record BuildDefinition
{
    public required string BuildType { get; init; }

    public required BuildParameters ExternalParameters { get; init; }

    public required IReadOnlyList<ResourceDescriptor> ResolvedDependencies { get; init; }
}

/// <summary>What tells one build from another.</summary>
internal sealed record BuildParameters
{
    public required string Target { get; init; }

    public required string Configuration { get; init; }

    public required string Version { get; init; }

    public required bool UncommittedChanges { get; init; }
}

/// <summary>Who built it, in which run.</summary>
internal sealed record RunDetails
{
    public required Builder Builder { get; init; }

    public BuildMetadata? Metadata { get; init; }

    public required IReadOnlyList<ResourceDescriptor> Byproducts { get; init; }
}

internal sealed record Builder(string Id);

internal sealed record BuildMetadata(string InvocationId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(InTotoStatement))]
internal sealed partial class InTotoJson : JsonSerializerContext;
