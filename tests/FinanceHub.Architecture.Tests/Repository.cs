using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace FinanceHub.Architecture.Tests;

/// <summary>The projects of the repository, as their files state them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The project files below a directory of the repository.</summary>
    public static IReadOnlyList<Project> Projects(string directory) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, directory), "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(Project.Read),
    ];

    /// <summary>The sources of a project.</summary>
    public static IEnumerable<string> Sources(Project project) => Directory
        .EnumerateFiles(Path.GetDirectoryName(project.File)!, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Path.GetDirectoryName(project.File)!, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    // Where this file was compiled from is rewritten in a bundle; where the tests run is below the root in any case.
    private static string FindRoot([CallerFilePath] string source = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(source)! })
        {
            for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            {
                if (File.Exists(Path.Combine(directory.FullName, "Directory.Packages.props")))
                    return directory.FullName;
            }
        }

        throw new InvalidOperationException($"There is no Directory.Packages.props above {AppContext.BaseDirectory}.");
    }
}

/// <summary>What a project file references.</summary>
internal sealed record Project(string Name, string File, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static Project Read(string file)
    {
        var document = XDocument.Load(file);
        return new Project(
            Path.GetFileNameWithoutExtension(file),
            file,
            [.. document.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(Include(reference)))],
            [.. document.Descendants("PackageReference").Select(Include)]);
    }

    private static string Include(XElement element) => (element.Attribute("Include")?.Value ?? "").Replace('\\', '/');
}
