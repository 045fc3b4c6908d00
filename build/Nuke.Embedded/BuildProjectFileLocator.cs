using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>Finds the project that a compiled build came from.</summary>
internal static class BuildProjectFileLocator
{
    /// <exception cref="InvalidOperationException">A directory on the way up has several projects.</exception>
    public static AbsolutePath? Find(AbsolutePath assembly, AbsolutePath root)
    {
        // Where the project is compiled into a directory below its own, it is on the way up.
        for (var directory = assembly.Parent; directory is not null && directory != root; directory = directory.Parent)
        {
            var projects = Directory.GetFiles(directory, "*.csproj");
            if (projects.Length > 1)
                throw new InvalidOperationException($"Found multiple project files in '{directory}'.");
            if (projects.Length == 1)
                return projects[0];
        }

        // build.sh compiles into .nuke/temp: then it has the assembly's name, in a directory of the root.
        var name = assembly.NameWithoutExtension + ".csproj";
        return Directory.GetDirectories(root).Append<string>(root)
            .Select(x => Path.Combine(x, name))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
