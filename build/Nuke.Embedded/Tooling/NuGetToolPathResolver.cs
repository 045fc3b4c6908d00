using System.Reflection;
using System.Runtime.Versioning;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

internal static class NuGetToolPathResolver
{
    private static AbsolutePath? assetsFile;

    /// <summary>The assets file of the build project; found beside it or where build.sh had it written, if not set.</summary>
    public static AbsolutePath NuGetAssetsConfigFile
    {
        get => assetsFile ??= BuildProject.FindAssetsFile();
        set => assetsFile = value;
    }

    /// <summary>The file in a package; <c>|</c> separates alternatives in both names.</summary>
    /// <exception cref="ArgumentException">The build project has no such package, or the package no such file.</exception>
    public static string GetPackageExecutable(string packageId, string packageExecutable, string? version = null, string? framework = null)
    {
        var directory = GetPackageDirectory(packageId.Split('|', StringSplitOptions.RemoveEmptyEntries), version);
        var names = packageExecutable.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var options = new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };
        var files = names.SelectMany(x => Directory.EnumerateFiles(directory, x, options)).ToList();
        Assert.NotEmpty(files, $"Could not find {string.Join(" or ", names.Select(x => $"'{x}'"))} inside '{directory}'");
        return SelectByFramework(files, framework);
    }

    private static AbsolutePath GetPackageDirectory(string[] ids, string? version)
    {
        var packages = new NuGetPackages(NuGetAssetsConfigFile);
        return ids.Select(x => packages.FindDirectory(x, version)).FirstOrDefault(x => x is not null).NotNull(
            $"The build project has no package {string.Join(" or ", ids.Select(x => $"'{x}'"))}{(version is null ? "" : $" {version}")}. "
            + $"Add <PackageDownload Include=\"{ids[0]}\" Version=\"[{version ?? "x.y.z"}]\" /> to it.");
    }

    private static string SelectByFramework(List<string> files, string? framework)
    {
        var byFramework = files.ToLookup(GetFramework, StringComparer.OrdinalIgnoreCase);
        if (byFramework.Count == 1)
            return SelectByKind(files);

        framework ??= CurrentFramework();
        if (byFramework.Contains(framework))
            return SelectByKind(byFramework[framework]);

        // The newest that the runtime at hand can run; the dots tell net8.0 from net48.
        var newest = byFramework.Select(x => x.Key)
            .OrderByDescending(x => x.Contains('.', StringComparison.Ordinal) && VersionOf(x).Major <= Environment.Version.Major)
            .ThenByDescending(x => !x.StartsWith("netcore", StringComparison.Ordinal))
            .ThenByDescending(x => !x.StartsWith("netstandard", StringComparison.Ordinal))
            .ThenByDescending(VersionOf)
            .First();
        return SelectByKind(byFramework[newest]);
    }

    private static string SelectByKind(IEnumerable<string> files) => files
        .OrderByDescending(x => x.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        .ThenByDescending(x => x.EndsWith(OperatingSystem.IsWindows() ? ".exe" : ".sh", StringComparison.OrdinalIgnoreCase))
        .ThenBy(x => x, StringComparer.Ordinal)
        .First();

    private static string GetFramework(string file)
    {
        var directory = AbsolutePath.Create(file).Parent.NotNull();
        return directory.Name.Equals("any", StringComparison.OrdinalIgnoreCase) ? directory.Parent.NotNull().Name : directory.Name;
    }

    private static Version VersionOf(string framework) =>
        Version.TryParse(framework.TrimStart([.. "netcoreappstandard"]), out var version) ? version : new Version(0, 0);

    private static string CurrentFramework()
    {
        var name = Assembly.GetEntryAssembly()?.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName;
        var version = name is null ? Environment.Version : new FrameworkName(name).Version;
        return $"net{version.Major}.{version.Minor}";
    }
}
