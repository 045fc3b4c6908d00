using System.Runtime.CompilerServices;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    private static readonly string[] fileWords = ["file", "executable", "exe", "script"];
    private static readonly string[] directoryWords = ["directory", "dir", "folder"];

    /// <summary>Whether there is a file.</summary>
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    /// <summary>Whether there is a directory.</summary>
    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    /// <summary>The path if something is there, else null; the expression's last word (file, directory, …) says what.</summary>
    /// <exception cref="ArgumentException">The expression ends with neither.</exception>
    public static AbsolutePath? Existing(this AbsolutePath path, [CallerArgumentExpression(nameof(path))] string? expression = null)
    {
        if (EndsWithAny(fileWords))
            return path.FileExists() ? path : null;

        if (EndsWithAny(directoryWords))
            return path.DirectoryExists() ? path : null;

        throw new ArgumentException($"Cannot infer from argument '{expression}' if either file or directory must exist", nameof(path));

        bool EndsWithAny(string[] words) =>
            words.Any(x => expression is not null && expression.EndsWith(x, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the name ends with one of the extensions; case does not matter, the dot may be left out.</summary>
    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions) =>
        alternativeExtensions.Prepend(extension).Any(x => path.ToString().EndsWith(x, StringComparison.OrdinalIgnoreCase));

    /// <summary>The nearest of the path itself and what is above it that fulfils the condition, else null.</summary>
    public static AbsolutePath? FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.True(path.FileExists() || path.DirectoryExists(), $"Expected file or directory to exist: {path}");
        for (var current = path; current is not null; current = current.Parent)
        {
            if (predicate(current))
                return current;
        }

        return null;
    }

    internal static AbsolutePath WithExtension(this AbsolutePath path, string extension) =>
        path.Parent / Path.ChangeExtension(path.Name, extension);
}
