using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>The packages of the build project, as its last restore left them in <c>project.assets.json</c>.</summary>
internal sealed class NuGetPackages
{
    private readonly AbsolutePath assetsFile;
    private readonly List<AbsolutePath> folders;
    private readonly List<(string Id, string Version)> packages;

    public NuGetPackages(AbsolutePath assetsFile)
    {
        this.assetsFile = assetsFile;
        using var document = JsonDocument.Parse(assetsFile.ReadAllBytes());
        folders = [.. document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(x => AbsolutePath.Create(x.Name))];
        packages = [.. Downloads(document.RootElement).Concat(References(document.RootElement)).Distinct()];
    }

    /// <summary>The unpacked package; null if the build project has it neither referenced nor downloaded.</summary>
    /// <exception cref="ArgumentException">There are several versions and none was asked for, or the folder is gone.</exception>
    public AbsolutePath? FindDirectory(string id, string? version)
    {
        var matching = packages
            .Where(x => string.Equals(x.Id, id, StringComparison.OrdinalIgnoreCase) && (version is null || x.Version == version))
            .ToList();
        if (matching.Count == 0)
            return null;

        var versions = string.Join(", ", matching.Select(x => x.Version));
        Assert.HasSingleItem(matching, $"Package '{id}' is there in several versions ({versions}): say which one is wanted.");
        var relative = $"{matching[0].Id.ToLowerInvariant()}/{matching[0].Version.ToLowerInvariant()}";
        return folders.Select(x => x / relative).FirstOrDefault(x => x.DirectoryExists()).NotNull(
            $"Package '{id}' {versions} is in '{assetsFile}', but in none of its package folders. Restore the build project again.");
    }

    private static IEnumerable<(string Id, string Version)> Downloads(JsonElement root) =>
        from framework in root.GetProperty("project").GetProperty("frameworks").EnumerateObject()
        where framework.Value.TryGetProperty("downloadDependencies", out _)
        from package in framework.Value.GetProperty("downloadDependencies").EnumerateArray()
        let range = package.GetProperty("version").GetString()!
        // An exact range: "[1.2.3, 1.2.3]".
        select (package.GetProperty("name").GetString()!, range.Trim('[', ']').Split(',')[0].Trim());

    private static IEnumerable<(string Id, string Version)> References(JsonElement root) =>
        from library in root.GetProperty("libraries").EnumerateObject()
        where library.Value.GetProperty("type").GetString() == "package"
        let parts = library.Name.Split('/')
        select (parts[0], parts[1]);
}
