using System.Text.Json;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.SupplyChain;

/// <summary>How a release came about: of which commit, with which SDK, in which run. It tells no time, no machine, no user and no directory.</summary>
internal static class Provenance
{
    /// <summary>The file's name inside a release.</summary>
    public const string FileName = "provenance.intoto.json";

    /// <summary>The kind of build: <c>./build.sh Bundle</c>.</summary>
    private const string BuildType = "urn:financehub:build:bundle:v1";

    /// <summary>Where there is no run that anybody could look at: nothing is claimed of that machine.</summary>
    private const string LocalBuilder = "urn:financehub:builder:local";

    private const string Source = "source";

    private const string GitCommit = "gitCommit";

    private const string Sha256 = "sha256";

    /// <summary>Writes it.</summary>
    /// <param name="origin">What the release is built of, with what and where.</param>
    /// <param name="services">Its artefacts by service name.</param>
    /// <param name="sbomSha256">64 hexadecimal digits of the bill of materials.</param>
    public static byte[] Write(BuildOrigin origin, IReadOnlyDictionary<string, ServiceArtefact> services, string sbomSha256) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new InTotoStatement
            {
                Subject = [.. services.OrderBy(service => service.Key, StringComparer.Ordinal).Select(service => Subject(service.Key, service.Value))],
                Predicate = new SlsaProvenance
                {
                    BuildDefinition = new BuildDefinition
                    {
                        BuildType = BuildType,
                        ExternalParameters = new BuildParameters { Target = "Bundle", Configuration = "Release", Version = origin.Version, UncommittedChanges = origin.Dirty },
                        ResolvedDependencies =
                        [
                            new ResourceDescriptor { Name = Source, Uri = origin.Repository is null ? null : $"git+{origin.Repository}@{origin.Commit}", Digest = Digest(GitCommit, origin.Commit) },
                            new ResourceDescriptor { Name = "dotnet-sdk", Uri = $"pkg:generic/dotnet-sdk@{Uri.EscapeDataString(origin.Sdk)}" },
                        ],
                    },
                    RunDetails = new RunDetails
                    {
                        // The builder is who is trusted, and the same for all its runs; the run is the invocation.
                        Builder = new Builder(origin.RunUrl is null || origin.Repository is null ? LocalBuilder : $"{origin.Repository}/actions"),
                        Metadata = origin.RunUrl is null ? null : new BuildMetadata(origin.RunUrl),
                        Byproducts = [new ResourceDescriptor { Name = BillOfMaterials.FileName, Digest = Digest(Sha256, sbomSha256) }],
                    },
                },
            },
            InTotoJson.Default.InTotoStatement);

    /// <summary>What of a provenance does not speak of that release, as the end of a sentence; null if all of it does.</summary>
    public static string? Contradiction(ReadOnlySpan<byte> content, ReleaseManifest release)
    {
        InTotoStatement? statement;
        try
        {
            statement = JsonSerializer.Deserialize(content, InTotoJson.Default.InTotoStatement);
        }
        catch (JsonException fault)
        {
            return $"is damaged (line {fault.LineNumber + 1})";
        }

        if (statement is not { Type: InTotoStatement.StatementType, PredicateType: InTotoStatement.Slsa })
        {
            return $"is {statement?.Type} about {statement?.PredicateType}, expected {InTotoStatement.StatementType} about {InTotoStatement.Slsa}";
        }

        var build = statement.Predicate.BuildDefinition;
        var commit = build.ResolvedDependencies.FirstOrDefault(dependency => dependency.Name == Source)?.Digest?.GetValueOrDefault(GitCommit);
        var subjects = statement.Subject.Select(Text).Order(StringComparer.Ordinal);
        var expected = release.Services.Select(service => Text(Subject(service.Key, service.Value))).Order(StringComparer.Ordinal);
        var sbom = statement.Predicate.RunDetails.Byproducts.FirstOrDefault(product => product.Name == BillOfMaterials.FileName)?.Digest?.GetValueOrDefault(Sha256);
        return commit != release.Commit ? $"tells of commit {commit ?? "none"}, the release of {release.Commit}"
            : build.ExternalParameters.UncommittedChanges != release.Dirty ? $"says that there were {(release.Dirty ? "no " : "")}uncommitted changes, the release the contrary"
            : !subjects.SequenceEqual(expected) ? "tells of other artefacts than the release has"
            : sbom != release.Sbom?.Sha256 ? $"tells of another {BillOfMaterials.FileName} than the release has"
            : null;
    }

    // The digest of a directory, over the sorted names and digests of its files, as release.json has it.
    private static ResourceDescriptor Subject(string service, ServiceArtefact artefact) => new() { Name = service, Digest = Digest(Sha256, artefact.Digest["sha256:".Length..]) };

    private static string Text(ResourceDescriptor subject) => $"{subject.Name} {subject.Digest?.GetValueOrDefault(Sha256)}";

    private static Dictionary<string, string> Digest(string algorithm, string digits) => new(StringComparer.Ordinal) { [algorithm] = digits };
}
