using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.SupplyChain;

/// <summary>
/// The bill of materials of a release: its services, and every NuGet package that ships with one of them. The same release has
/// the same bytes on every machine: no time but the commit's, and a serial number that is made of the content.
/// </summary>
internal static class BillOfMaterials
{
    /// <summary>The file's name inside a release.</summary>
    public const string FileName = "sbom.cdx.json";

    private const string Product = "FinanceHub";

    private const string Application = "application";

    private const string Library = "library";

    /// <summary>Writes it.</summary>
    /// <param name="origin">What the release is built of.</param>
    /// <param name="services">Its artefacts by service name.</param>
    /// <param name="packages">What ships with each of them.</param>
    /// <param name="licenseOf">Under what a package may be used; null if that is not known.</param>
    public static byte[] Write(BuildOrigin origin, IReadOnlyDictionary<string, ServiceArtefact> services, IReadOnlyDictionary<string, IReadOnlyList<ServicePackage>> packages, Func<ServicePackage, BomLicenseChoice?> licenseOf)
    {
        var version = ReleaseIdentifier.Version(origin.Version, origin.Dirty);
        var names = services.Keys.Order(StringComparer.Ordinal).ToList();
        // One package of one version is one component, however many services it ships with.
        var shipped = packages.Values.SelectMany(list => list).GroupBy(package => package.Key, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).ToList();
        var bom = new CycloneDxBom
        {
            Metadata = new BomMetadata
            {
                Timestamp = origin.CommittedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                Lifecycles = [new BomLifecycle("build")],
                Component = new BomComponent { Type = Application, BomRef = Product, Name = Product, Version = version, Properties = [new BomProperty("financehub:commit", origin.Commit)] },
            },
            Components =
            [
                .. names.Select(name => new BomComponent
                {
                    Type = Application,
                    BomRef = ServiceRef(name),
                    Name = name,
                    Version = version,
                    // Of a directory, so it is not one of the hashes that the format has a place for.
                    Properties = [new BomProperty("financehub:digest", services[name].Digest)],
                }),
                .. shipped.Select(same => Component(same.First(), licenseOf)),
            ],
            Dependencies =
            [
                new BomDependency(Product, [.. names.Select(ServiceRef)]),
                // All that ships with it and not only what it names itself: "what runs with this package?" is one look.
                .. names.Select(name => new BomDependency(ServiceRef(name), [.. packages[name].Select(package => package.Key)])),
                .. shipped.Select(same => new BomDependency(same.Key, [.. same.SelectMany(package => package.Dependencies).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
            ],
        };
        return ToBytes(bom with { SerialNumber = SerialOf(ToBytes(bom)) });
    }

    /// <summary>The versions of each package by its name, sorted.</summary>
    /// <exception cref="JsonException">It is no bill of materials.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> PackagesOf(ReadOnlySpan<byte> content) =>
        (JsonSerializer.Deserialize(content, CycloneDxJson.Default.CycloneDxBom) ?? throw new JsonException("null")).Components
            .Where(component => component.Type == Library)
            .GroupBy(component => component.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, IReadOnlyList<string> (same) => [.. same.Select(component => component.Version).Order(StringComparer.Ordinal)], StringComparer.OrdinalIgnoreCase);

    private static BomComponent Component(ServicePackage package, Func<ServicePackage, BomLicenseChoice?> licenseOf) => new()
    {
        Type = Library,
        BomRef = package.Key,
        Name = package.Name,
        Version = package.Version,
        Hashes = package.Sha512 is null ? null : [new BomHash("SHA-512", package.Sha512)],
        Licenses = licenseOf(package) is { } license ? [license] : null,
        Purl = package.Key,
    };

    private static string ServiceRef(string name) => "service:" + name;

    private static byte[] ToBytes(CycloneDxBom bom) => JsonSerializer.SerializeToUtf8Bytes(bom, CycloneDxJson.Default.CycloneDxBom);

    /// <summary>A UUID of version 8 (RFC 9562: made of what the maker likes) from the content.</summary>
    private static string SerialOf(byte[] content)
    {
        var bytes = SHA256.HashData(content).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
