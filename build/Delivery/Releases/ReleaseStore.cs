namespace FinanceHub.Delivery.Releases;

/// <summary>The releases of an environment, one directory each.</summary>
/// <param name="directory">Usually <c>releases</c> in the state directory.</param>
/// <param name="warn">Told of each release once whose own words cannot be believed. Default: nobody.</param>
internal sealed class ReleaseStore(string directory, Action<string>? warn = null)
{
    private const string Unfinished = ".unfinished-";

    private readonly HashSet<string> _doubted = new(StringComparer.Ordinal);

    /// <summary>The ids of the releases that are there.</summary>
    public IReadOnlyList<string> Ids => Directory.Exists(directory)
        ? [.. Directory.EnumerateDirectories(directory).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal)]
        : [];

    public string PathOf(string releaseId) => Path.Combine(directory, releaseId);

    public bool Contains(string releaseId) => Directory.Exists(PathOf(releaseId));

    /// <summary>
    /// What a release says of itself, its files not verified; null if there is none of that id, or if its <c>release.json</c> is not
    /// the one that was sealed: a release that cannot be believed is never gone to, but it must be possible to leave it.
    /// </summary>
    public ReleaseBundle? Peek(string? releaseId)
    {
        if (releaseId is null || !Contains(releaseId))
        {
            return null;
        }

        try
        {
            return ReleaseBundle.Peek(PathOf(releaseId));
        }
        catch (DeliveryFailure fault) when (fault.Code == ExitCode.ReleaseCorrupt)
        {
            if (_doubted.Add(releaseId))
            {
                warn?.Invoke($"What {releaseId} says of itself is not used, nor what it says of its migrations: a rollback from it leaves the schema as it is, unless another release that is here knows them. {fault.Message}");
            }

            return null;
        }
    }

    /// <summary>Whether a service of a release is the same as that of another one; not, if the release is not there.</summary>
    public bool IsSame(string service, string? releaseId, ReleaseManifest other) => Peek(releaseId)?.Manifest.Services[service].Digest == other.Services[service].Digest;

    /// <summary>Opens a release, verifying its files.</summary>
    public Task<ReleaseBundle> OpenAsync(string releaseId, CancellationToken cancellation) => ReleaseBundle.OpenAsync(PathOf(releaseId), cancellation);

    /// <summary>Opens a release for one of its services, verifying the files of that one.</summary>
    /// <exception cref="DeliveryFailure">It is not the one that was sealed: <see cref="ExitCode.ReleaseCorrupt"/>.</exception>
    public async Task<ReleaseBundle> OpenServiceAsync(string releaseId, string service, CancellationToken cancellation)
    {
        var bundle = ReleaseBundle.Peek(PathOf(releaseId));
        await ReleaseVerifier.VerifyServiceAsync(bundle, service, cancellation);
        return bundle;
    }

    /// <summary>
    /// Copies a release in, verifies the copy and gives it its name last: under its name a release is whole.
    /// One that is there already is verified instead, and copied anew if it is damaged and <paramref name="replaceDamaged"/>.
    /// </summary>
    public async Task<ReleaseBundle> AddAsync(ReleaseBundle bundle, bool replaceDamaged, CancellationToken cancellation)
    {
        var target = PathOf(bundle.Manifest.ReleaseId);
        if (Directory.Exists(target))
        {
            try
            {
                return await ReleaseBundle.OpenAsync(target, cancellation);
            }
            catch (DeliveryFailure) when (replaceDamaged)
            {
                Remove(bundle.Manifest.ReleaseId);
            }
        }

        var part = UnfinishedPathOf(bundle.Manifest.ReleaseId);
        try
        {
            Copy(bundle.Directory, part, cancellation);
            await ReleaseBundle.OpenAsync(part, cancellation);
            Directory.Move(part, target);
            return ReleaseBundle.Peek(target);
        }
        catch
        {
            RemoveUnfinished();
            throw;
        }
    }

    /// <summary>Removes what copying or removing left when it was killed.</summary>
    public void RemoveUnfinished()
    {
        if (Directory.Exists(directory))
        {
            foreach (var part in Directory.EnumerateDirectories(directory, Unfinished + "*"))
            {
                Directory.Delete(part, recursive: true);
            }
        }
    }

    /// <summary>Takes the name away first: half a release must not be found under it.</summary>
    public void Remove(string releaseId)
    {
        Directory.Move(PathOf(releaseId), UnfinishedPathOf(releaseId));
        Directory.Delete(UnfinishedPathOf(releaseId), recursive: true);
    }

    private string UnfinishedPathOf(string releaseId) => Path.Combine(directory, Unfinished + releaseId);

    private static void Copy(string source, string target, CancellationToken cancellation)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.CreateDirectory(target);
        foreach (var folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(target, Path.GetRelativePath(source, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            File.Copy(file, Path.Combine(target, Path.GetRelativePath(source, file)));
        }
    }
}
