using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Releases;

/// <summary>What a release consists of: <c>release.json</c>. Hosts read their identity from it too.</summary>
public sealed record ReleaseManifest
{
    /// <summary>The file's name inside a release.</summary>
    public const string FileName = "release.json";

    /// <summary>The format that is written: it has a bill of materials and a provenance, and its id covers all that it says.</summary>
    public const int CurrentSchema = 2;

    /// <summary>The first format, in which releases were deployed that can still be rolled back to.</summary>
    public const int FirstSchema = 1;

    /// <summary>The version of the format, <see cref="FirstSchema"/> to <see cref="CurrentSchema"/>.</summary>
    public int Schema { get; init; } = FirstSchema;

    /// <summary>Names the content: the version, and the first 12 hexadecimal digits of a hash over everything else but <see cref="Provenance"/>.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>Semantic version; ends in "+dirty" if the working tree differed from the commit.</summary>
    public required string Version { get; init; }

    /// <summary>The commit it was built from.</summary>
    public required string Commit { get; init; }

    /// <summary>Whether the working tree differed from <see cref="Commit"/>.</summary>
    public required bool Dirty { get; init; }

    /// <summary>Artefacts by service name.</summary>
    public required SortedDictionary<string, ServiceArtefact> Services { get; init; }

    /// <summary>The migrations that it knows.</summary>
    public required MigrationRange Migrations { get; init; }

    /// <summary>Every package that ships with it: CycloneDX. Null in the first format.</summary>
    public SealedDocument? Sbom { get; init; }

    /// <summary>How it was built: an in-toto statement with SLSA's predicate. Null in the first format.</summary>
    public SealedDocument? Provenance { get; init; }

    /// <summary>Bytes of all artefacts.</summary>
    [JsonIgnore]
    public long Bytes => Services.Values.Sum(service => service.Bytes);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ReleaseManifest))]
internal sealed partial class ReleaseJson : JsonSerializerContext;
