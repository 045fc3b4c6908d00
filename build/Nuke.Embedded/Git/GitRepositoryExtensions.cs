namespace Nuke.Common.Git;

/// <summary>The usual branches.</summary>
public static class GitRepositoryExtensions
{
    /// <summary>Whether the branch is main or master.</summary>
    public static bool IsOnMainOrMasterBranch(this GitRepository repository) =>
        repository.IsOnMainBranch() || repository.IsOnMasterBranch();

    /// <summary>Whether the branch is main.</summary>
    public static bool IsOnMainBranch(this GitRepository repository) => repository.IsOn("main");

    /// <summary>Whether the branch is master.</summary>
    public static bool IsOnMasterBranch(this GitRepository repository) => repository.IsOn("master");

    /// <summary>Whether the branch is one of a release, <c>release/…</c>.</summary>
    public static bool IsOnReleaseBranch(this GitRepository repository) => repository.IsBelow("release") || repository.IsBelow("releases");

    /// <summary>Whether the branch is one of a hotfix, <c>hotfix/…</c>.</summary>
    public static bool IsOnHotfixBranch(this GitRepository repository) => repository.IsBelow("hotfix") || repository.IsBelow("hotfixes");

    private static bool IsOn(this GitRepository repository, string branch) =>
        string.Equals(repository.Branch, branch, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(this GitRepository repository, string prefix) =>
        repository.Branch?.StartsWith($"{prefix}/", StringComparison.OrdinalIgnoreCase) == true;
}
