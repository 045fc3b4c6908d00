using System.Diagnostics;
using System.Globalization;

namespace FinanceHub.Delivery.Versioning;

/// <summary>What git says about a working tree; every fault a user can cause is a <see cref="DeliveryFailure"/> with its repair.</summary>
public sealed class GitWorkingTree(string root)
{
    /// <summary>The commit that is checked out, 40 hexadecimal digits.</summary>
    /// <exception cref="DeliveryFailure">There is no git, no repository or no commit (<see cref="ExitCode.NoGitHistory"/>),
    /// or the clone is shallow (<see cref="ExitCode.ShallowClone"/>).</exception>
    public string RequireCommit()
    {
        var inside = Run("rev-parse", "--show-toplevel");
        if (inside.ExitCode != 0)
        {
            throw new DeliveryFailure(ExitCode.NoGitHistory,
                $"A release is named after its commit, but git says: {inside.FirstError}. Work in a clone of the repository, or start one: git init && git add -A && git commit -m \"First\"");
        }

        // Of an archive unpacked inside another repository, that one's commit would say nothing.
        if (Run("ls-files", "--error-unmatch", "global.json").ExitCode != 0 && Run("rev-parse", "--show-prefix").Text.Length > 0)
        {
            throw new DeliveryFailure(ExitCode.NoGitHistory,
                $"A release is named after its commit, but these files are not part of the repository around them, {inside.Text}. Work in a clone, or start one here: git init && git add -A && git commit -m \"First\"");
        }

        var head = Run("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        if (head.ExitCode != 0)
        {
            throw new DeliveryFailure(ExitCode.NoGitHistory,
                "A release is named after its commit, but this repository has none yet. Make one: git add -A && git commit -m \"First\"");
        }

        if (Run("rev-parse", "--is-shallow-repository").Text == "true")
        {
            throw new DeliveryFailure(ExitCode.ShallowClone,
                "The version is counted from the history, and this clone is shallow. Fetch the rest: git fetch --unshallow --tags (in a workflow: fetch-depth: 0)");
        }

        return head.Text;
    }

    /// <summary>Whether anything differs from the commit: changed, staged or untracked and not ignored.</summary>
    public bool IsDirty => Changes().Count > 0;

    /// <summary>The paths that differ from the commit, as git writes them; none outside a repository.</summary>
    /// <exception cref="DeliveryFailure">git is not installed, or cannot read the repository (<see cref="ExitCode.NoGitHistory"/>).</exception>
    public IReadOnlyList<string> Changes()
    {
        var status = Run("status", "--porcelain", "--untracked-files=normal");
        if (status.ExitCode != 0 && Run("rev-parse", "--git-dir").ExitCode == 0)
        {
            // What cannot be compared must not pass for unchanged.
            throw new DeliveryFailure(ExitCode.NoGitHistory, $"Whether anything differs from the commit cannot be found out, git says: {status.FirstError}. Repair the clone (git status must work), or make a new one.");
        }

        // Each line is a state of one or two letters, then the path.
        var lines = status.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => line[line.IndexOf(' ', StringComparison.Ordinal)..].TrimStart())];
    }

    /// <summary>When a commit was made, to the second.</summary>
    /// <param name="commit">One that is there.</param>
    public DateTimeOffset CommitTime(string commit) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Run("show", "--no-patch", "--format=%ct", commit).Text, CultureInfo.InvariantCulture));

    /// <summary>Everything in the repository that a version depends on besides the commit: the branch and the tags.</summary>
    public string References => Run("symbolic-ref", "--quiet", "HEAD").Text + "\n" + Run("for-each-ref", "--format=%(refname) %(objectname)", "refs/tags").Text;

    /// <summary>The subjects of the commits that the newer one has and the older one lacks, the newest first; null if that is not known here.</summary>
    /// <param name="older">40 hexadecimal digits.</param>
    /// <param name="newer">40 hexadecimal digits.</param>
    public IReadOnlyList<string>? SubjectsBetween(string older, string newer)
    {
        if (!IsCommit(older))
        {
            return null;
        }

        return Log("%s", newer, $"{older}..{newer}");
    }

    /// <summary>When the commits were made that the newer one has and the older one lacks, UTC; null if that is not known here.</summary>
    /// <param name="older">40 hexadecimal digits; null for the time of the newer one alone.</param>
    /// <param name="newer">40 hexadecimal digits.</param>
    public IReadOnlyList<DateTimeOffset>? CommitTimes(string? older, string newer) =>
        (older is null || older == newer || !IsCommit(older) ? Log("%ct", newer, "--max-count=1", newer) : Log("%ct", newer, $"{older}..{newer}"))
            ?.Select(seconds => DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture))).ToList();

    private string[]? Log(string format, string newer, params IEnumerable<string> what)
    {
        // What a release says is not trusted to be no option of git's.
        if (!IsCommit(newer) || !Directory.Exists(root))
        {
            return null;
        }

        try
        {
            var log = Run(["log", "--no-decorate", $"--format={format}", .. what, "--"]);
            return log.ExitCode != 0 ? null : log.Text.Length == 0 ? [] : log.Text.Split('\n');
        }
        catch (DeliveryFailure)
        {
            return null; // no git: on-call's machine need not have one
        }
    }

    private static bool IsCommit(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigitLower);

    private GitAnswer Run(params IEnumerable<string> arguments)
    {
        // LC_ALL: the first line of an error is shown to the user and must not change with the machine's language.
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root, Environment = { ["LC_ALL"] = "C" } };
        // Whoever has git show signatures would get them among the times and subjects.
        foreach (var argument in (string[])["-c", "log.showSignature=false", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var git = Process.Start(start)!;
            var error = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return new GitAnswer(git.ExitCode, output.Trim(), error.Result.Trim().Split('\n')[0]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new DeliveryFailure(ExitCode.NoGitHistory, "A release is named after its commit, but git is not installed. Install it (for example: apt-get install git).");
        }
    }

    private sealed record GitAnswer(int ExitCode, string Text, string FirstError);
}
