namespace FinanceHub.Delivery.Releases;

/// <summary>Holds the files of a release against what was sealed.</summary>
internal static class ReleaseVerifier
{
    public static async Task VerifyAsync(ReleaseBundle bundle, CancellationToken cancellation)
    {
        var manifest = bundle.Manifest;
        var missing = ServiceNames.All.Except(manifest.Services.Keys).ToArray();
        Require(missing.Length == 0, bundle, $"{ReleaseManifest.FileName} does not name {string.Join(", ", missing)}");

        var expectedId = ReleaseIdentifier.Of(manifest.Version, manifest.Commit, manifest.Dirty, manifest.Services);
        Require(expectedId == manifest.ReleaseId, bundle, $"{ReleaseManifest.FileName} has changed: its content makes {expectedId}");

        foreach (var (name, artefact) in manifest.Services)
        {
            var directory = Path.Combine(bundle.Directory, artefact.Path);
            Require(Directory.Exists(directory), bundle, $"the directory {artefact.Path} is missing");
            var found = await FileSet.OfAsync(directory, cancellation);
            if (found.Digest != artefact.Digest)
            {
                Require(false, bundle, FileDigestList.Difference(bundle.Directory, name, found));
            }
        }
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
