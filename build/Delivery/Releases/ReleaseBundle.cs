using System.Text.Json;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Releases;

/// <summary>A release on disk: built once, sealed, then copied unchanged to wherever it runs.</summary>
public sealed class ReleaseBundle
{
    private ReleaseBundle(string directory, ReleaseManifest manifest) => (Directory, Manifest) = (System.IO.Path.GetFullPath(directory), manifest);

    /// <summary>Where it lies, absolute.</summary>
    public string Directory { get; }

    /// <summary>What it consists of.</summary>
    public ReleaseManifest Manifest { get; }

    /// <summary>The program of a service.</summary>
    public string EntryOf(string service)
    {
        var artefact = Manifest.Services[service];
        return Path.Combine(Directory, artefact.Path, artefact.Entry);
    }

    /// <summary>The bill of materials; null if the release is of the format that had none, or if it is not the one that was sealed.</summary>
    internal byte[]? ReadSbom()
    {
        var file = Path.Combine(Directory, BillOfMaterials.FileName);
        return Manifest.Sbom is { } expected && File.Exists(file) && File.ReadAllBytes(file) is var content && SealedDocument.Of(expected.Path, content) == expected ? content : null;
    }

    /// <summary>Computes the digests, lists what ships, writes <c>release.json</c> and makes the files read-only.</summary>
    /// <param name="directory">Holds one directory for each of <see cref="ServiceNames.All"/>, as published.</param>
    /// <param name="origin">What they were built of.</param>
    /// <param name="packageRoot">Where NuGet keeps the packages that they were built with, which tell their licenses; null leaves those out.</param>
    /// <param name="cancellation">Stops before <c>release.json</c> is written: the directory is no release then.</param>
    /// <exception cref="DeliveryFailure">A service is missing, has no single program or no list of its packages (<see cref="ExitCode.ReleaseCorrupt"/>).</exception>
    public static async Task<ReleaseBundle> SealAsync(string directory, BuildOrigin origin, string? packageRoot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var services = new SortedDictionary<string, ServiceArtefact>(StringComparer.Ordinal);
        var packages = new Dictionary<string, IReadOnlyList<ServicePackage>>(StringComparer.Ordinal);
        var files = new List<(string Service, FileSet Files)>();
        foreach (var service in ServiceNames.All.Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(directory, service);
            var entry = ServiceEntry.Find(path, service);
            StaticAssets.RemoveTimes(path);
            var set = await FileSet.OfAsync(path, cancellation);
            files.Add((service, set));
            services[service] = new ServiceArtefact { Path = service, Entry = entry, Digest = set.Digest, Files = set.Files, Bytes = set.Bytes };
            packages[service] = ServicePackages.Read(path, entry);
        }

        var database = services[ServiceNames.Database];
        var migrations = await new ReleaseDatabaseTool(Path.Combine(directory, database.Path, database.Entry)).MigrationsAsync(cancellation);
        var sbom = BillOfMaterials.Write(origin, services, packages, package => PackageLicense.Of(packageRoot, package));
        var sealedSbom = SealedDocument.Of(BillOfMaterials.FileName, sbom);
        var provenance = Provenance.Write(origin, services, sealedSbom.Sha256);
        var sealedProvenance = SealedDocument.Of(Provenance.FileName, provenance);
        var unnamed = new ReleaseManifest
        {
            Schema = ReleaseManifest.CurrentSchema,
            ReleaseId = "",
            Version = ReleaseIdentifier.Version(origin.Version, origin.Dirty),
            Commit = origin.Commit,
            Dirty = origin.Dirty,
            Services = services,
            Migrations = MigrationRange.Of(migrations.Migrations, migrations.Grades),
            Sbom = sealedSbom,
            Provenance = sealedProvenance,
        };
        var manifest = unnamed with { ReleaseId = ReleaseIdentifier.Of(unnamed.Version, ToBytes(unnamed)) };
        AtomicFile.Write(Path.Combine(directory, FileDigestList.FileName), FileDigestList.Write(files, sealedSbom, sealedProvenance));
        AtomicFile.Write(Path.Combine(directory, BillOfMaterials.FileName), sbom);
        AtomicFile.Write(Path.Combine(directory, Provenance.FileName), provenance);
        AtomicFile.Write(Path.Combine(directory, ReleaseManifest.FileName), ToBytes(manifest));
        ReadOnlyFiles.Protect(directory);
        return new ReleaseBundle(directory, manifest);
    }

    /// <summary>Reads a release and verifies every file of it.</summary>
    /// <exception cref="DeliveryFailure">A file is missing, changed or too many (<see cref="ExitCode.ReleaseCorrupt"/>, naming it).</exception>
    public static async Task<ReleaseBundle> OpenAsync(string directory, CancellationToken cancellation)
    {
        var bundle = Peek(directory);
        await ReleaseVerifier.VerifyFilesAsync(bundle, cancellation);
        return bundle;
    }

    /// <summary>Reads what a release says of itself and holds it against its id; its other files are not verified.</summary>
    /// <exception cref="DeliveryFailure">There is no <c>release.json</c>, or it is not the one that was sealed (<see cref="ExitCode.ReleaseCorrupt"/>).</exception>
    public static ReleaseBundle Peek(string directory)
    {
        var file = Path.Combine(directory, ReleaseManifest.FileName);
        try
        {
            var content = File.ReadAllBytes(file);
            var manifest = JsonSerializer.Deserialize(content, ReleaseJson.Default.ReleaseManifest);
            if (manifest is not { Schema: >= ReleaseManifest.FirstSchema and <= ReleaseManifest.CurrentSchema })
            {
                throw new DeliveryFailure(ExitCode.ReleaseCorrupt,
                    $"{file} has schema {manifest?.Schema}, expected {ReleaseManifest.FirstSchema} to {ReleaseManifest.CurrentSchema}: it was made by another version of this build. Make the release again: ./build.sh Bundle");
            }

            var bundle = new ReleaseBundle(directory, manifest);
            ReleaseVerifier.VerifyManifest(bundle, content);
            return bundle;
        }
        catch (JsonException fault)
        {
            throw new DeliveryFailure(ExitCode.ReleaseCorrupt, $"{file} is damaged (line {fault.LineNumber + 1}). Make the release again: ./build.sh Bundle", fault);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DeliveryFailure(ExitCode.ReleaseCorrupt, $"{directory} is no release: {ReleaseManifest.FileName} is missing. Make one: ./build.sh Bundle", fault);
        }
    }

    /// <summary>Moves the release to <c>&lt;directory&gt;/&lt;releaseId&gt;</c>; one that is there already has the same content and stays.</summary>
    public ReleaseBundle MoveInto(string bundlesDirectory)
    {
        System.IO.Directory.CreateDirectory(bundlesDirectory);
        var target = Path.Combine(Path.GetFullPath(bundlesDirectory), Manifest.ReleaseId);
        if (target == Directory)
        {
            return this;
        }

        if (System.IO.Directory.Exists(target) && !IsWhole(target))
        {
            System.IO.Directory.Delete(target, recursive: true);
        }

        if (!System.IO.Directory.Exists(target))
        {
            System.IO.Directory.Move(Directory, target);
        }

        return new ReleaseBundle(target, Manifest);
    }

    private static byte[] ToBytes(ReleaseManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, ReleaseJson.Default.ReleaseManifest);

    private static bool IsWhole(string directory)
    {
        try
        {
            Task.Run(() => OpenAsync(directory, CancellationToken.None)).GetAwaiter().GetResult();
            return true;
        }
        catch (DeliveryFailure)
        {
            return false; // damaged since: the new one takes its place
        }
    }
}
