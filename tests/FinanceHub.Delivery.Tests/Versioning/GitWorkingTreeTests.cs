using System.Diagnostics;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.Tests.Versioning;

public sealed class GitWorkingTreeTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("git tree ").FullName;

    private string Root => Path.Combine(_parent, "clone");

    public GitWorkingTreeTests() => Directory.CreateDirectory(Root);

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_parent, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal); // git's objects are read-only
        }

        Directory.Delete(_parent, recursive: true);
    }

    [Fact]
    public void Outside_a_repository_it_says_so()
    {
        var failure = Should.Throw<DeliveryFailure>(() => new GitWorkingTree(Root).RequireCommit());

        failure.Code.ShouldBe(ExitCode.NoGitHistory);
        failure.Message.ShouldContain("git init");
    }

    [Fact]
    public void A_repository_without_a_commit_is_told_from_none()
    {
        Git(Root, "init", "--quiet");

        var failure = Should.Throw<DeliveryFailure>(() => new GitWorkingTree(Root).RequireCommit());

        failure.Code.ShouldBe(ExitCode.NoGitHistory);
        failure.Message.ShouldContain("this repository has none yet");
    }

    [Fact]
    public void A_shallow_clone_is_refused_with_the_command_that_repairs_it()
    {
        Commit();
        Commit();
        var shallow = Path.Combine(_parent, "shallow");
        Git(_parent, "clone", "--quiet", "--depth", "1", "file://" + Root, shallow);

        var failure = Should.Throw<DeliveryFailure>(() => new GitWorkingTree(shallow).RequireCommit());

        failure.Code.ShouldBe(ExitCode.ShallowClone);
        failure.Message.ShouldContain("git fetch --unshallow");
    }

    [Fact]
    public void An_untracked_file_makes_the_tree_dirty_and_an_ignored_one_does_not()
    {
        Commit();
        File.WriteAllText(Path.Combine(Root, ".git", "info", "exclude"), "ignored\n");
        File.WriteAllText(Path.Combine(Root, "ignored"), "");
        new GitWorkingTree(Root).IsDirty.ShouldBeFalse();

        File.WriteAllText(Path.Combine(Root, "untracked"), "");
        new GitWorkingTree(Root).IsDirty.ShouldBeTrue();
    }

    [Fact]
    public void The_paths_that_differ_are_named_whether_they_are_changed_staged_removed_or_new()
    {
        File.WriteAllText(Path.Combine(Root, "changed"), "");
        File.WriteAllText(Path.Combine(Root, "removed"), "");
        Commit();
        Git(Root, "add", "--all");
        Commit();
        File.WriteAllText(Path.Combine(Root, "changed"), "now");
        File.Delete(Path.Combine(Root, "removed"));
        File.WriteAllText(Path.Combine(Root, "staged"), "");
        Git(Root, "add", "staged");
        File.WriteAllText(Path.Combine(Root, "untracked"), "");

        new GitWorkingTree(Root).Changes().ShouldBe(["changed", "removed", "staged", "untracked"], ignoreOrder: true);
        new GitWorkingTree(_parent).Changes().ShouldBeEmpty();
    }

    [Fact]
    public void The_time_of_a_commit_is_the_same_in_every_clone_of_it()
    {
        Commit();
        var clone = Path.Combine(_parent, "another");
        Git(_parent, "clone", "--quiet", Root, clone);
        var commit = new GitWorkingTree(Root).RequireCommit();

        var time = new GitWorkingTree(Root).CommitTime(commit);

        time.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromHours(1));
        new GitWorkingTree(clone).CommitTime(commit).ShouldBe(time);
    }

    [Fact]
    public void The_commits_between_two_releases_are_told_newest_first_and_where_one_is_unknown_nothing_is()
    {
        Commit("First");
        var older = new GitWorkingTree(Root).RequireCommit();
        Commit("Second");
        Commit("Third");
        var newer = new GitWorkingTree(Root).RequireCommit();

        new GitWorkingTree(Root).SubjectsBetween(older, newer).ShouldBe(["Third", "Second"]);
        new GitWorkingTree(Root).SubjectsBetween(newer, newer).ShouldBe([]);
        new GitWorkingTree(Root).SubjectsBetween(new string('0', 40), newer).ShouldBeNull();
        new GitWorkingTree(Root).SubjectsBetween("--output=x", newer).ShouldBeNull();
        new GitWorkingTree(_parent).SubjectsBetween(older, newer).ShouldBeNull();
    }

    [Fact]
    public void Signatures_that_git_is_set_to_show_are_not_taken_for_times_or_subjects()
    {
        Commit("First");
        var older = new GitWorkingTree(Root).RequireCommit();
        Git(Root, "config", "log.showSignature", "true");
        // Signs whatever it is given, so that there is a signature to show.
        var signer = Path.Combine(_parent, "signer");
        File.WriteAllText(signer, "#!/bin/sh\nif [ \"$1\" = --status-fd=2 ]; then cat > /dev/null; echo '[GNUPG:] SIG_CREATED D' >&2; echo SIGNATURE; else echo 'gpg: Good signature' >&2; echo 'gpg: Good signature'; fi\n");
        File.SetUnixFileMode(signer, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Git(Root, "config", "gpg.program", signer);
        Git(Root, "-c", "user.name=Test", "-c", "user.email=test@localhost", "commit", "--quiet", "--allow-empty", "--gpg-sign=key", "--message", "Second");
        var newer = new GitWorkingTree(Root).RequireCommit();

        new GitWorkingTree(Root).CommitTime(newer).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromHours(1));
        new GitWorkingTree(Root).SubjectsBetween(older, newer).ShouldBe(["Second"]);
    }

    [Fact]
    public void A_tree_that_git_cannot_compare_does_not_pass_for_clean()
    {
        Commit();
        File.WriteAllText(Path.Combine(Root, ".git", "index"), "damaged");

        var failure = Should.Throw<DeliveryFailure>(() => new GitWorkingTree(Root).IsDirty);

        failure.Code.ShouldBe(ExitCode.NoGitHistory);
        failure.Message.ShouldContain("cannot be found out, git says: ");
    }

    private void Commit(string subject = "A commit")
    {
        Git(Root, "init", "--quiet");
        Git(Root, "-c", "user.name=Test", "-c", "user.email=test@localhost", "commit", "--quiet", "--allow-empty", "--message", subject);
    }

    private static void Git(string directory, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = directory })!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
