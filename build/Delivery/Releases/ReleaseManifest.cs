using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Releases;

/// <summary>What a release consists of: <c>release.json</c>. Hosts read their identity from it too.</summary>
public sealed record ReleaseManifest
{
    /// <summary>The file's name inside a release.</summary>
    public const string FileName = "release.json";

    /// <summary>The version of this format: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Names the content: the version, and the first 12 hexadecimal digits of a hash over everything else.</summary>
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

    /// <summary>Bytes of all artefacts.</summary>
    [JsonIgnore]
    public long Bytes => Services.Values.Sum(service => service.Bytes);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ReleaseManifest))]
internal sealed partial class ReleaseJson : JsonSerializerContext;
