namespace Nuke.Common.IO;

/// <summary>Roots and segments of Unix, Windows and UNC paths, told apart by the text alone, whatever the machine.</summary>
internal static class PathConstruction
{
    private const char WindowsSeparator = '\\';
    private const char UnixSeparator = '/';

    private static readonly char[] separators = [WindowsSeparator, UnixSeparator];

    public static bool HasPathRoot(string path) => HasUnixRoot(path) || HasUncRoot(path) || HasWindowsRoot(path);

    public static bool HasWindowsRoot(string path) => path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':';

    public static bool IsRoot(string path) => GetRoot(path).Length == path.Length;

    public static string GetName(string path) => IsRoot(path) ? string.Empty : path[(path.LastIndexOf(SeparatorOf(path)) + 1)..];

    /// <summary>Joins and normalises; the right side must not be rooted.</summary>
    public static string Combine(string left, string? right)
    {
        if (string.IsNullOrEmpty(right))
            return Normalize(left);

        Assert.False(HasPathRoot(right), $"Second path '{right}' must not be rooted");
        return Normalize($"{left}{SeparatorOf(left)}{right}");
    }

    /// <summary>One separator of the path's own kind, no <c>.</c>, no <c>..</c>, no separator at the end.</summary>
    public static string Normalize(string path)
    {
        var root = GetRoot(path);
        var separator = SeparatorOf(path);
        // A backslash is a legal character of a Unix file name, yet relative Windows paths are written with it everywhere.
        var segments = new List<string>();
        foreach (var segment in path[root.Length..].Split(separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".")
                continue;

            if (segment != "..")
            {
                segments.Add(segment);
            }
            else
            {
                Assert.True(segments.Count > 0, $"Path '{path}' leaves its root");
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return NormalizeRoot(root, segments.Count > 0) + string.Join(separator, segments);
    }

    /// <summary>The path from a directory to a place, with Unix separators on Unix roots.</summary>
    public static string GetRelative(string from, string to)
    {
        var separator = SeparatorOf(from);
        var (source, target) = (from.Split(separator), to.Split(separator));
        var comparison = HasWindowsRoot(from) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var common = 0;
        while (common < source.Length && common < target.Length && string.Equals(source[common], target[common], comparison))
            common++;

        var up = source.Skip(common).Where(x => x.Length > 0).Select(_ => "..");
        return string.Join(separator, up.Concat(target.Skip(common)));
    }

    private static char SeparatorOf(string path) => HasWindowsRoot(path) || HasUncRoot(path) ? WindowsSeparator : UnixSeparator;

    private static bool HasUnixRoot(string path) => path.StartsWith(UnixSeparator);

    private static bool HasUncRoot(string path) => path.StartsWith(@"\\", StringComparison.Ordinal);

    private static string GetRoot(string path)
    {
        if (HasUnixRoot(path))
            return path[..1];

        if (HasUncRoot(path))
            return path[..2];

        if (!HasWindowsRoot(path))
            return string.Empty;

        return path.Length > 2 && separators.Contains(path[2]) ? path[..3] : path[..2];
    }

    private static string NormalizeRoot(string root, bool hasSegments) =>
        HasWindowsRoot(root) && hasSegments ? $"{root[..2]}{WindowsSeparator}" : root;
}
