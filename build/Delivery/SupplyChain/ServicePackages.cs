using FinanceHub.Delivery.Releases;
using Microsoft.Extensions.DependencyModel;

namespace FinanceHub.Delivery.SupplyChain;

/// <summary>A NuGet package that ships with a service.</summary>
/// <param name="Name">Its id, as its author writes it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">128 hexadecimal digits of the package file; null if the list does not tell.</param>
/// <param name="Folder">Where it lies in a package root, with '/'.</param>
/// <param name="Dependencies">Those of its dependencies that ship too, as <see cref="Key"/>.</param>
internal sealed record ServicePackage(string Name, string Version, string? Sha512, string Folder, IReadOnlyList<string> Dependencies)
{
    /// <summary>Names one version of one package: a package URL.</summary>
    public string Key => KeyOf(Name, Version);

    public static string KeyOf(string name, string version) => $"pkg:nuget/{Uri.EscapeDataString(name)}@{Uri.EscapeDataString(version)}";
}

/// <summary>
/// The packages of a published service, from the list that its host loads them by (<c>*.deps.json</c>): what ships, and
/// neither what only compiled it nor what the shared framework brings.
/// </summary>
internal static class ServicePackages
{
    private const string HashPrefix = "sha512-";

    /// <summary>Reads them, sorted.</summary>
    /// <param name="directory">The service's published files.</param>
    /// <param name="entry">Its program, a <c>.dll</c>.</param>
    /// <exception cref="DeliveryFailure">There is no such list (<see cref="ExitCode.ReleaseCorrupt"/>).</exception>
    public static IReadOnlyList<ServicePackage> Read(string directory, string entry)
    {
        var file = Path.Combine(directory, Path.ChangeExtension(entry, ".deps.json"));
        if (!File.Exists(file))
        {
            throw new DeliveryFailure(ExitCode.ReleaseCorrupt,
                $"What ships with {entry} is not known: expected its list of dependencies, {file}, found none. Publish it with one (GenerateDependencyFile is true by default).");
        }

        using var stream = File.OpenRead(file);
        using var reader = new DependencyContextJsonReader();
        var packages = reader.Read(stream).RuntimeLibraries.Where(library => library.Type == "package").ToList();
        var shipped = packages.Select(library => ServicePackage.KeyOf(library.Name, library.Version)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. packages
                .Select(library => new ServicePackage(library.Name, library.Version, Sha512(library.Hash), library.Path ?? $"{library.Name}/{library.Version}".ToLowerInvariant(),
                    [.. library.Dependencies.Select(dependency => ServicePackage.KeyOf(dependency.Name, dependency.Version)).Where(shipped.Contains).Order(StringComparer.Ordinal)]))
                .OrderBy(package => package.Key, StringComparer.Ordinal),
        ];
    }

    private static string? Sha512(string? hash) => hash is { Length: > 0 } && hash.StartsWith(HashPrefix, StringComparison.Ordinal)
        ? Convert.ToHexStringLower(Convert.FromBase64String(hash[HashPrefix.Length..]))
        : null;
}
