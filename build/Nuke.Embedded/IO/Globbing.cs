namespace Nuke.Common.IO;

/// <summary>
/// Finds files and directories by patterns relative to a directory: <c>*</c> and <c>?</c> within a segment,
/// <c>**</c> for any number of segments, <c>[a-z]</c>, <c>[!a]</c> and <c>{one,other}</c>.
/// </summary>
public static class Globbing
{
    /// <summary>The files that match any of the patterns, sorted within each pattern.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        Find(directory, patterns, x => x.Files);

    /// <summary>The directories that match any of the patterns, sorted within each pattern.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns) =>
        Find(directory, patterns, x => x.Directories);

    private static List<AbsolutePath> Find(
        AbsolutePath directory,
        string[] patterns,
        Func<Glob, Func<string, IEnumerable<string>>> kind)
    {
        Assert.NotEmpty(patterns, "At least one pattern is needed");
        return
        [
            .. patterns
                .SelectMany(x => kind(new Glob(x))(directory).Order(StringComparer.Ordinal))
                .Distinct()
                .Select(AbsolutePath.Create),
        ];
    }
}
