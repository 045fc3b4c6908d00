using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>Where the restore of the build project left its results.</summary>
internal static class BuildProject
{
    private const string FileName = "project.assets.json";

    /// <exception cref="ArgumentException">There are none.</exception>
    public static AbsolutePath FindAssetsFile() => FindAssetsFile(NukeBuild.BuildProjectFile, NukeBuild.BuildAssemblyDirectory);

    internal static AbsolutePath FindAssetsFile(AbsolutePath? projectFile, AbsolutePath assemblyDirectory)
    {
        // build.sh compiles into a scratch directory and copies the program to one beside it. An IDE's restore, beside the
        // project, may be older than the program that runs.
        var scratch = assemblyDirectory.Parent is { } parent ? parent.GlobFiles($"*/obj/*/{FileName}", $"obj/*/{FileName}") : [];
        return scratch
            .Where(x => projectFile is null || x.Parent?.Name == projectFile.NameWithoutExtension)
            .MaxBy(x => File.GetLastWriteTimeUtc(x))
            ?? BesideProject(projectFile).NotNull(
                $"The build project was not restored: no {FileName} beside it nor near '{assemblyDirectory}'. "
                + "Start it through build.sh or build.ps1.");
    }

    private static AbsolutePath? BesideProject(AbsolutePath? projectFile)
    {
        var file = projectFile is null ? null : projectFile.Parent / "obj" / FileName;
        return file?.FileExists() == true ? file : null;
    }
}
