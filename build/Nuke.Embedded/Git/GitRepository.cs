using Nuke.Common.CI;
using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>What is checked out, and where it came from.</summary>
public sealed class GitRepository
{
    private const string Branches = "refs/heads/";
    private const string DefaultRemote = "origin";

    // Every build has a repository, few ask for more than the commit: what costs time to read is read when it is asked for.
    private readonly Lazy<IReadOnlyCollection<string>> tags;
    private readonly Lazy<Dictionary<string, string>> upstream;
    private readonly Lazy<GitRemote?> remote;

    private GitRepository(GitDirectory directory, string? branch, string? commit)
    {
        LocalDirectory = directory.Root;
        Head = directory.Head;
        Branch = branch;
        Commit = commit;
        tags = new Lazy<IReadOnlyCollection<string>>(() => commit is null ? [] : directory.TagsOf(commit));
        upstream = new Lazy<Dictionary<string, string>>(() => branch is null ? [] : directory.ReadSection("branch", branch));
        remote = new Lazy<GitRemote?>(() =>
        {
            var url = directory.ReadSection("remote", RemoteName ?? DefaultRemote).GetValueOrDefault("url");
            return url is null ? null : GitRemote.TryParse(url);
        });
    }

    /// <summary>How the remote is reached; null without a remote.</summary>
    public GitProtocol? Protocol => remote.Value?.Protocol;

    /// <summary>The host of the remote; null without a remote.</summary>
    public string? Endpoint => remote.Value?.Endpoint;

    /// <summary>Owner and name at the remote; null without a remote.</summary>
    public string? Identifier => remote.Value?.Identifier;

    /// <summary>The working tree.</summary>
    public AbsolutePath LocalDirectory { get; }

    /// <summary>The reference that is checked out, or the commit where HEAD is detached.</summary>
    public string Head { get; }

    /// <summary>The branch: the CI server's, if there is one; null where HEAD is detached.</summary>
    public string? Branch { get; }

    /// <summary>The commit, 40 hexadecimal digits; null before the first one.</summary>
    public string? Commit { get; }

    /// <summary>The tags on the commit.</summary>
    public IReadOnlyCollection<string> Tags => tags.Value;

    /// <summary>The remote that the branch follows; null if it follows none.</summary>
    public string? RemoteName => upstream.Value.GetValueOrDefault("remote");

    /// <summary>The branch there; null if it follows none.</summary>
    public string? RemoteBranch => upstream.Value.GetValueOrDefault("merge") is { } merge ? WithoutPrefix(merge) : null;

    /// <summary>The remote's address for https; null without a remote.</summary>
    public string? HttpsUrl => remote.Value is null ? null : $"https://{Endpoint}/{Identifier}.git";

    /// <summary>The remote's address for ssh; null without a remote.</summary>
    public string? SshUrl => remote.Value is null ? null : $"git@{Endpoint}:{Identifier}.git";

    /// <summary>Reads the repository that a directory is in, without starting git.</summary>
    /// <exception cref="ArgumentException">It is in none.</exception>
    public static GitRepository FromLocalDirectory(AbsolutePath directory)
    {
        var git = GitDirectory.Find(directory);
        var server = Host.Instance as IBuildServer;
        var branch = server?.Branch ?? (git.Head.StartsWith(Branches, StringComparison.Ordinal) ? git.Head : null);
        return new GitRepository(git, branch is null ? null : WithoutPrefix(branch), server?.Commit ?? git.Resolve(git.Head));
    }

    public override string ToString() => (Protocol == GitProtocol.Https ? HttpsUrl : SshUrl)?[..^".git".Length] ?? LocalDirectory;

    private static string WithoutPrefix(string reference) =>
        reference.StartsWith(Branches, StringComparison.Ordinal) ? reference[Branches.Length..] : reference;
}
