using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>The files of a repository, read without git: they are there in a shallow clone and in a worktree as well.</summary>
internal sealed class GitDirectory
{
    private const string Tags = "refs/tags/";

    private readonly AbsolutePath own;
    private readonly AbsolutePath common;

    private GitDirectory(AbsolutePath root, AbsolutePath own)
    {
        Root = root;
        this.own = own;
        // A worktree has a HEAD of its own; branches, tags and configuration are those of the main repository.
        var pointer = own / "commondir";
        common = pointer.FileExists() ? Resolve(own, pointer.ReadAllText().Trim()) : own;
    }

    /// <summary>The working tree.</summary>
    public AbsolutePath Root { get; }

    /// <summary>The reference that is checked out, or the commit where HEAD is detached.</summary>
    public string Head => (own / "HEAD").ReadAllText().Trim() is var head && head.StartsWith("ref:", StringComparison.Ordinal)
        ? head[4..].Trim()
        : head;

    /// <summary>Finds the repository that a directory is in.</summary>
    /// <exception cref="ArgumentException">It is in none.</exception>
    public static GitDirectory Find(AbsolutePath directory)
    {
        var root = directory
            .FindParentOrSelf(x => (x / ".git").DirectoryExists() || (x / ".git").FileExists())
            .NotNull($"'{directory}' is not in a git repository. Make it one: git init");
        var entry = root / ".git";
        if (entry.DirectoryExists())
            return new GitDirectory(root, entry);

        var content = entry.ReadAllText().Trim();
        Assert.True(content.StartsWith("gitdir:", StringComparison.Ordinal), $"Expected '{entry}' to name a git directory");
        return new GitDirectory(root, Resolve(root, content["gitdir:".Length..].Trim()));
    }

    /// <summary>The commit of a reference; null before the first commit.</summary>
    public string? Resolve(string reference)
    {
        if (!reference.StartsWith("refs/", StringComparison.Ordinal))
            return reference;

        var file = common / reference;
        if (!file.FileExists())
            return PackedRefs().FirstOrDefault(x => x.Reference == reference).Commit;

        var content = file.ReadAllText().Trim();
        return content.StartsWith("ref:", StringComparison.Ordinal) ? Resolve(content[4..].Trim()) : content;
    }

    /// <summary>The names of the tags on a commit, sorted; annotated ones where git has packed them.</summary>
    public IReadOnlyCollection<string> TagsOf(string commit)
    {
        var directory = common / "refs" / "tags";
        var loose = !directory.DirectoryExists() ? [] : directory.GlobFiles("**/*")
            .Where(x => x.ReadAllText().Trim() == commit)
            .Select(x => PathConstruction.GetRelative(directory, x).Replace('\\', '/'));
        var packed = PackedRefs()
            .Where(x => x.Commit == commit && x.Reference.StartsWith(Tags, StringComparison.Ordinal))
            .Select(x => x.Reference[Tags.Length..]);
        return [.. loose.Concat(packed).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The values of a section of the configuration, by name in lower case.</summary>
    public Dictionary<string, string> ReadSection(string section, string name)
    {
        var file = common / "config";
        var lines = file.FileExists() ? file.ReadAllLines().Select(x => x.Trim()) : [];
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var inside = false;
        foreach (var line in lines)
        {
            if (line.StartsWith('['))
                inside = line == $"[{section} \"{name}\"]";
            else if (inside && line.IndexOf('=', StringComparison.Ordinal) is > 0 and var separator)
                values[line[..separator].Trim()] = line[(separator + 1)..].Trim();
        }

        return values;
    }

    private IEnumerable<(string? Commit, string Reference)> PackedRefs()
    {
        var file = common / "packed-refs";
        var reference = string.Empty;
        foreach (var line in file.FileExists() ? file.ReadAllLines() : [])
        {
            // "^commit" is what the annotated tag in the line above points to.
            if (line.StartsWith('^'))
            {
                yield return (line[1..], reference);
            }
            else if (!line.StartsWith('#') && line.Split(' ', 2) is [var commit, var name])
            {
                reference = name;
                yield return (commit, name);
            }
        }
    }

    private static AbsolutePath Resolve(AbsolutePath start, string path) =>
        PathConstruction.HasPathRoot(path) ? AbsolutePath.Create(path) : start / path;
}
