namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>The files whose names match, sorted.</summary>
    /// <param name="path">Where to look.</param>
    /// <param name="pattern">With <c>*</c> and <c>?</c> as wildcards.</param>
    /// <param name="depth">1: only in the directory itself; 2: one level below it too; and so on.</param>
    /// <param name="attributes">Files with any of these are left out.</param>
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = 0)
    {
        Assert.True(depth >= 0);
        if (depth == 0)
            return [];

        return path.GetDirectories(depth: depth - 1)
            .Prepend(path)
            .SelectMany(x => Select(Directory.EnumerateFiles(x, pattern), attributes));
    }

    /// <summary>The directories whose names match, sorted, level by level.</summary>
    /// <inheritdoc cref="GetFiles" path="/param"/>
    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = 0)
    {
        Assert.True(depth >= 0);
        return Enumerate();

        IEnumerable<AbsolutePath> Enumerate()
        {
            IReadOnlyList<string> level = [path];
            for (; depth > 0 && level.Count > 0; depth--)
            {
                foreach (var directory in level.SelectMany(x => Select(Directory.EnumerateDirectories(x, pattern), attributes)))
                    yield return directory;

                level = [.. level.SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal)];
            }
        }
    }

    private static IEnumerable<AbsolutePath> Select(IEnumerable<string> paths, FileAttributes excluded) => paths
        .Where(x => excluded == 0 || (File.GetAttributes(x) & excluded) == 0)
        .Order(StringComparer.Ordinal)
        .Select(AbsolutePath.Create);
}
