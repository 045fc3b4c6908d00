using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinanceHub.ServiceDefaults;

/// <summary>Reads <c>release.json</c>, which stands beside the directories of the services.</summary>
internal static class ReleaseFile
{
    public const string Name = "release.json";

    /// <summary>The identity of the release around <paramref name="serviceDirectory"/>; a developer's when there is none.</summary>
    /// <exception cref="ConfigurationException">There is a release.json, but it says nothing usable.</exception>
    public static ReleaseIdentity Read(string serviceDirectory, string serviceId)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(serviceDirectory));
        var file = Path.Combine(parent ?? serviceDirectory, Name);
        if (!File.Exists(file))
            return new ReleaseIdentity { ServiceId = serviceId, Version = "0.0.0-dev", Commit = "unknown", ReleaseId = "dev" };

        var content = Parse(file);
        return new ReleaseIdentity
        {
            ServiceId = serviceId,
            Version = Required(file, "version", content.Version),
            Commit = Required(file, "commit", content.Commit),
            ReleaseId = Required(file, "releaseId", content.ReleaseId),
        };
    }

    private static ReleaseFileContent Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), ReleaseFileJson.Default.ReleaseFileContent)
                ?? throw new ConfigurationException($"{file}: expected a JSON object, found null; bundle the release again.");
        }
        catch (JsonException fault)
        {
            throw new ConfigurationException($"{file}: expected JSON, found a fault in line {fault.LineNumber + 1}; bundle the release again.", fault);
        }
    }

    private static string Required(string file, string field, string? value) => string.IsNullOrWhiteSpace(value)
        ? throw new ConfigurationException($"{file}: expected a text in \"{field}\", found none; bundle the release again.")
        : value;
}

internal sealed record ReleaseFileContent(string? ReleaseId, string? Version, string? Commit);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReleaseFileContent))]
[JsonSerializable(typeof(VersionReport))]
internal sealed partial class ReleaseFileJson : JsonSerializerContext;
