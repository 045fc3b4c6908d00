using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FinanceHub.Delivery.Versioning;

/// <summary>
/// The version of a working tree, calculated by GitVersion and remembered: the tool takes seconds, and its answer changes
/// only with the commit, the branch, the tags, its configuration and whether there are uncommitted changes.
/// </summary>
/// <param name="root">The repository's root, where <c>GitVersion.yml</c> is.</param>
/// <param name="gitVersion">Path of GitVersion's <c>gitversion.dll</c>.</param>
/// <param name="dotnet">Path of the <c>dotnet</c> that runs it.</param>
/// <param name="cacheFile">Where the answer is kept; a missing or damaged file only costs a calculation.</param>
public sealed class VersionCalculator(string root, string gitVersion, string dotnet, string cacheFile)
{
    /// <summary>The version of the tree as it is now.</summary>
    /// <exception cref="DeliveryFailure">No git history, a shallow clone, or GitVersion failed.</exception>
    public ReleaseVersion Calculate()
    {
        var tree = new GitWorkingTree(root);
        var commit = tree.RequireCommit();
        var key = Key(commit, tree.References);
        var version = Remembered(key) ?? Remember(key, RunGitVersion());
        return new ReleaseVersion(version, commit, tree.CommitTime(commit), tree.IsDirty);
    }

    private string Key(string commit, string references)
    {
        var configuration = Path.Combine(root, "GitVersion.yml");
        var text = string.Join('\n', commit, references, gitVersion, File.Exists(configuration) ? File.ReadAllText(configuration) : "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private string? Remembered(string key)
    {
        try
        {
            var lines = File.ReadAllLines(cacheFile);
            return lines is [var rememberedKey, var version] && rememberedKey == key ? version : null;
        }
        catch (IOException)
        {
            return null; // not there yet: calculated below
        }
    }

    private string Remember(string key, string version)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(cacheFile)!);
        var part = $"{cacheFile}.{Environment.ProcessId}";
        File.WriteAllText(part, $"{key}\n{version}\n");
        File.Move(part, cacheFile, overwrite: true);
        return version;
    }

    private string RunGitVersion()
    {
        // Built for an older runtime on some machines, hence the roll-forward; no fetch and no normalising: it must not change the clone.
        var start = new ProcessStartInfo(dotnet, ["--roll-forward", "Major", gitVersion, root, "/output", "json", "/nofetch", "/nonormalize", "/nocache"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0 && SemVer(output) is { } version)
        {
            return version;
        }

        throw new DeliveryFailure(ExitCode.Failed,
            $"GitVersion could not calculate a version (exit {process.ExitCode}): {LastLine(error.Result) ?? LastLine(output) ?? "it said nothing"}. See what it says: dotnet \"{gitVersion}\" \"{root}\" /diag");
    }

    private static string? SemVer(string output)
    {
        // It logs before the JSON when it has something to say.
        var start = output.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(output[start..]);
            return document.RootElement.TryGetProperty("SemVer", out var version) ? version.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? LastLine(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
}
