using System.Security.Cryptography;
using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Releases;

/// <summary>Holds the files of a release against what was sealed.</summary>
internal static class ReleaseVerifier
{
    private const int DigitsShown = 12;

    /// <summary>Holds what <c>release.json</c> says against the id that it says it has, by the rule of its format.</summary>
    /// <exception cref="DeliveryFailure">It was changed: <see cref="ExitCode.ReleaseCorrupt"/>.</exception>
    public static void VerifyManifest(ReleaseBundle bundle, ReadOnlyMemory<byte> content)
    {
        var manifest = bundle.Manifest;
        var missing = ServiceNames.All.Except(manifest.Services.Keys).ToArray();
        Require(missing.Length == 0, bundle, $"{ReleaseManifest.FileName} does not name {string.Join(", ", missing)}");

        // Who only lowers the schema gets another id: the first one's is of other text.
        var expectedId = manifest.Schema == ReleaseManifest.FirstSchema
            ? ReleaseIdentifier.OfFirstSchema(manifest.Version, manifest.Commit, manifest.Dirty, manifest.Services)
            : ReleaseIdentifier.Of(manifest.Version, content);
        Require(expectedId == manifest.ReleaseId, bundle, $"{ReleaseManifest.FileName} has changed: its content makes {expectedId}");
    }

    /// <summary>Holds every file of a release against its <c>release.json</c>.</summary>
    /// <exception cref="DeliveryFailure">One is missing, changed or too many: <see cref="ExitCode.ReleaseCorrupt"/>, naming it.</exception>
    public static async Task VerifyFilesAsync(ReleaseBundle bundle, CancellationToken cancellation)
    {
        var manifest = bundle.Manifest;
        if (manifest.Schema != ReleaseManifest.FirstSchema)
        {
            await VerifyDocumentAsync(bundle, BillOfMaterials.FileName, manifest.Sbom, cancellation);
            var provenance = await VerifyDocumentAsync(bundle, Provenance.FileName, manifest.Provenance, cancellation);
            var contradiction = Provenance.Contradiction(provenance, manifest);
            Require(contradiction is null, bundle, $"{Provenance.FileName} {contradiction}");
        }

        foreach (var service in manifest.Services.Keys)
        {
            await VerifyServiceAsync(bundle, service, cancellation);
        }
    }

    /// <summary>Holds every file of one service against <c>release.json</c>.</summary>
    /// <exception cref="DeliveryFailure">One is missing, changed or too many: <see cref="ExitCode.ReleaseCorrupt"/>, naming it.</exception>
    public static async Task VerifyServiceAsync(ReleaseBundle bundle, string service, CancellationToken cancellation)
    {
        var artefact = bundle.Manifest.Services[service];
        var directory = Path.Combine(bundle.Directory, artefact.Path);
        Require(Directory.Exists(directory), bundle, $"the directory {artefact.Path} is missing");
        var found = await FileSet.OfAsync(directory, cancellation);
        if (found.Digest != artefact.Digest)
        {
            Require(false, bundle, FileDigestList.Difference(bundle.Directory, service, found));
        }
    }

    private static async Task<byte[]> VerifyDocumentAsync(ReleaseBundle bundle, string name, SealedDocument? expected, CancellationToken cancellation)
    {
        // The name is not taken from the release: a path that leads out of it would be read as part of it.
        var file = Path.Combine(bundle.Directory, name);
        Require(expected?.Path == name, bundle, $"{ReleaseManifest.FileName} names {expected?.Path ?? "nothing"}, expected {name}");
        Require(File.Exists(file), bundle, $"{name} is missing");
        var content = await File.ReadAllBytesAsync(file, cancellation);
        var actual = Convert.ToHexStringLower(SHA256.HashData(content));
        Require(actual == expected!.Sha256, bundle, $"{name} has changed (sha256 is {actual[..DigitsShown]}, sealed as {expected.Sha256[..Math.Min(DigitsShown, expected.Sha256.Length)]})");
        return content;
    }

    private static void Require(bool holds, ReleaseBundle bundle, string fault)
    {
        if (!holds)
        {
            throw new DeliveryFailure(ExitCode.ReleaseCorrupt,
                $"The release {bundle.Manifest.ReleaseId} in {bundle.Directory} is not the one that was sealed: {fault}. Remove that directory and make the release again: ./build.sh Bundle");
        }
    }
}
