using System.Diagnostics;
using Nuke.Common.Execution;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.Git;

[Collection(UsesGlobals.Name)]
public sealed class GitRepositoryTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly AbsolutePath work;

    public GitRepositoryTests()
    {
        // On a CI server the branch would be the server's.
        _ = new Terminal();
        work = (directory.Path / "work").CreateDirectory();
        Git(work, "init", "--initial-branch", "main");
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Branch_commit_and_tags_are_read()
    {
        var commit = Commit("one");
        Git(work, "tag", "v1.0.0");
        Git(work, "tag", "nested/tag");

        var repository = GitRepository.FromLocalDirectory((work / "deep" / "below").CreateDirectory());

        repository.Branch.ShouldBe("main");
        repository.Head.ShouldBe("refs/heads/main");
        repository.Commit.ShouldBe(commit);
        repository.Tags.ShouldBe(["nested/tag", "v1.0.0"]);
        repository.LocalDirectory.ShouldBe(work);
        repository.IsOnMainBranch().ShouldBeTrue();
        repository.IsOnReleaseBranch().ShouldBeFalse();
    }

    [Fact]
    public void Packed_references_are_read_annotated_tags_too()
    {
        var commit = Commit("one");
        Git(work, "tag", "light");
        Git(work, "tag", "-a", "annotated", "-m", "x");
        Git(work, "pack-refs", "--all");

        var repository = GitRepository.FromLocalDirectory(work);

        repository.Commit.ShouldBe(commit);
        repository.Tags.ShouldBe(["annotated", "light"]);
    }

    [Fact]
    public void Without_a_remote_and_without_a_commit_there_is_still_a_branch()
    {
        var repository = GitRepository.FromLocalDirectory(work);

        repository.Branch.ShouldBe("main");
        repository.Commit.ShouldBeNull();
        repository.HttpsUrl.ShouldBeNull();
        repository.Identifier.ShouldBeNull();
        repository.Tags.ShouldBeEmpty();
        repository.ToString().ShouldBe(work);
    }

    [Fact]
    public void A_detached_head_has_a_commit_and_no_branch()
    {
        var commit = Commit("one");
        Commit("two");
        Git(work, "checkout", "--detach", commit);

        var repository = GitRepository.FromLocalDirectory(work);

        repository.Branch.ShouldBeNull();
        repository.Commit.ShouldBe(commit);
        repository.Head.ShouldBe(commit);
    }

    [Fact]
    public void A_worktree_has_its_own_branch_and_the_repositorys_tags()
    {
        var commit = Commit("one");
        Git(work, "tag", "v1");
        Git(work, "worktree", "add", "-b", "hotfix/x", directory.Path / "other tree");

        var repository = GitRepository.FromLocalDirectory(directory.Path / "other tree");

        repository.Branch.ShouldBe("hotfix/x");
        repository.IsOnHotfixBranch().ShouldBeTrue();
        repository.Commit.ShouldBe(commit);
        repository.Tags.ShouldBe(["v1"]);
        repository.LocalDirectory.ShouldBe(directory.Path / "other tree");
    }

    [Fact]
    public void A_shallow_clone_is_enough()
    {
        Commit("one");
        var commit = Commit("two");
        Git(directory.Path, "clone", "--depth", "1", new Uri(work).AbsoluteUri, "shallow");

        var repository = GitRepository.FromLocalDirectory(directory.Path / "shallow");

        repository.Commit.ShouldBe(commit);
        repository.RemoteName.ShouldBe("origin");
        repository.RemoteBranch.ShouldBe("main");
        repository.HttpsUrl.ShouldBeNull("the remote is a directory");
    }

    [Theory]
    [InlineData("https://github.com/owner/name.git")]
    [InlineData("https://user:password@github.com/owner/name")]
    [InlineData("git@github.com:owner/name.git")]
    [InlineData("ssh://git@github.com:22/owner/name.git")]
    [InlineData("https://github.com/owner/name/")]
    public void The_remotes_address_is_understood_and_credentials_are_dropped(string url)
    {
        Git(work, "remote", "add", "origin", url);

        var repository = GitRepository.FromLocalDirectory(work);

        repository.Identifier.ShouldBe("owner/name");
        repository.Endpoint.ShouldBe("github.com");
        repository.HttpsUrl.ShouldBe("https://github.com/owner/name.git");
        repository.SshUrl.ShouldBe("git@github.com:owner/name.git");
        repository.ToString().ShouldNotContain("password");
    }

    [Fact]
    public void Outside_of_a_repository_it_says_so()
    {
        using var elsewhere = new TemporaryDirectory();

        Should.Throw<ArgumentException>(() => GitRepository.FromLocalDirectory(elsewhere.Path)).Message.ShouldContain("is not in a git repository");
    }

    private string Commit(string message)
    {
        Git(work, "commit", "--allow-empty", "-m", message);
        return Git(work, "rev-parse", "HEAD");
    }

    private static string Git(AbsolutePath workingDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", .. arguments])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.GetAwaiter().GetResult());
        return output.Trim();
    }
}
