using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.IO;

/// <summary>One pattern. Directories that cannot contain a match are not read.</summary>
internal sealed class Glob
{
    private const string AnyDepth = "**";

    private readonly string[] segments;

    public Glob(string pattern)
    {
        segments = pattern.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(segments, $"Pattern '{pattern}' is empty");
    }

    public IEnumerable<string> Files(string directory) => Walk(directory, Directory.EnumerateFiles).Distinct();

    public IEnumerable<string> Directories(string directory) => Walk(directory, Directory.EnumerateDirectories).Distinct();

    private IEnumerable<string> Walk(string directory, Func<string, IEnumerable<string>> candidates) =>
        Directory.Exists(directory) ? Walk(directory, 0, candidates) : [];

    private IEnumerable<string> Walk(string directory, int index, Func<string, IEnumerable<string>> candidates)
    {
        var segment = segments[index];
        var last = index == segments.Length - 1;
        if (segment == AnyDepth)
        {
            // "**" at the end means everything below; elsewhere it may also stand for no segment at all.
            var here = last ? candidates(directory) : Walk(directory, index + 1, candidates);
            var below = RealDirectories(directory).SelectMany(x => Walk(x, index, candidates));
            return here.Concat(below);
        }

        if (segment == "..")
            return last ? [] : Walk(Path.GetFullPath(Path.Combine(directory, "..")), index + 1, candidates);

        var matcher = Matcher(segment);
        return last
            ? candidates(directory).Where(x => matcher.IsMatch(Path.GetFileName(x)))
            : Directory.EnumerateDirectories(directory)
                .Where(x => matcher.IsMatch(Path.GetFileName(x)))
                .SelectMany(x => Walk(x, index + 1, candidates));
    }

    // A link to a directory above would make "**" endless.
    private static IEnumerable<string> RealDirectories(string directory) =>
        new DirectoryInfo(directory).EnumerateDirectories().Where(x => x.LinkTarget is null).Select(x => x.FullName);

    private static Regex Matcher(string segment)
    {
        var expression = new StringBuilder(@"\A");
        var braces = 0;
        for (var i = 0; i < segment.Length; i++)
        {
            expression.Append(segment[i] switch
            {
                '*' => "[^/]*",
                '?' => "[^/]",
                '[' when segment.IndexOf(']', i) > i => CharacterClass(segment, ref i),
                '{' when ++braces > 0 => "(?:",
                '}' when braces > 0 && braces-- > 0 => ")",
                ',' when braces > 0 => "|",
                var character => Regex.Escape(character.ToString()),
            });
        }

        Assert.True(braces == 0, $"Pattern '{segment}' has an opening brace without a closing one");
        var casing = OperatingSystem.IsWindows() ? RegexOptions.IgnoreCase : RegexOptions.None;
        return new Regex(expression.Append(@"\z").ToString(), casing | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    private static string CharacterClass(string segment, ref int index)
    {
        var end = segment.IndexOf(']', index);
        var content = segment[(index + 1)..end].Replace(@"\", @"\\", StringComparison.Ordinal);
        index = end;
        return content.StartsWith('!') ? $"[^{content[1..]}]" : $"[{content.Replace("^", @"\^", StringComparison.Ordinal)}]";
    }
}
