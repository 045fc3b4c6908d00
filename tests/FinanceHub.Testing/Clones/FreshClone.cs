namespace FinanceHub.Testing.Clones;

/// <summary>
/// A clone of the repository as someone gets it who types <c>git clone</c>, in a directory with a space in its name.
/// What is changed here and not committed yet is committed there, so that the tree in front of the user is judged.
/// </summary>
public sealed class FreshClone : IAsyncDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("financehub-clone-").FullName;

    private FreshClone()
    {
    }

    /// <summary>The clone's root.</summary>
    public string Root => Path.Combine(_parent, "finance hub");

    /// <summary>A free public port of its own.</summary>
    public int Port { get; } = LoopbackPort.Free();

    /// <summary>Makes the clone.</summary>
    public static async Task<FreshClone> CreateAsync()
    {
        var clone = new FreshClone();
        (await Shell.RunAsync(RepositoryRoot.Path, ["git", "clone", "--quiet", "--no-local", RepositoryRoot.Path, clone.Root])).Require();
        await clone.OverlayAsync();
        await clone.CommitAsync("What is not committed yet");
        return clone;
    }

    /// <summary>Runs <c>./build.sh</c> in the clone, on a bare environment.</summary>
    public Task<Answer> BuildAsync(params string[] arguments) => Shell.RunAsync(Root, ["./build.sh", .. arguments]);

    /// <summary>Commits everything that changed in the clone.</summary>
    public async Task CommitAsync(string message)
    {
        (await Shell.RunAsync(Root, ["git", "add", "--all"])).Require();
        (await Shell.RunAsync(Root, ["git", "-c", "user.name=Test", "-c", "user.email=test@localhost", "commit", "--quiet", "--allow-empty", "--message", message])).Require();
    }

    /// <summary>Makes another clone beside the first, for a test that damages it.</summary>
    public async Task<string> AnotherAsync(string name, params string[] cloneOptions)
    {
        var path = Path.Combine(_parent, name);
        (await Shell.RunAsync(_parent, ["git", "clone", "--quiet", .. cloneOptions, "file://" + Root, path])).Require();
        // The compiled build goes with it: what is tested there happens after that.
        (await BuildAsync("--help")).Require();
        Directory.CreateDirectory(Path.Combine(path, ".nuke", "temp"));
        (await Shell.RunAsync(Root, ["cp", "-R", ".nuke/temp/build", ".nuke/temp/engine", Path.Combine(path, ".nuke", "temp")])).Require();
        return path;
    }

    /// <summary>Stops what was left running and removes the clone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Path.Combine(Root, ".state")))
            (await BuildAsync("Stop", "--purge", "--yes")).Require();

        // Sealed releases are read-only, directories too.
        (await Shell.RunAsync(_parent, ["chmod", "-R", "u+w", _parent])).Require();
        Directory.Delete(_parent, recursive: true);
    }

    private async Task OverlayAsync()
    {
        var changed = (await Shell.RunAsync(RepositoryRoot.Path, ["git", "ls-files", "--modified", "--others", "--exclude-standard", "-z"])).Require().Output;
        foreach (var file in changed.Split('\0', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (source, target) = (Path.Combine(RepositoryRoot.Path, file), Path.Combine(Root, file));
            if (!File.Exists(source))
            {
                File.Delete(target);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target, overwrite: true);
        }
    }
}
