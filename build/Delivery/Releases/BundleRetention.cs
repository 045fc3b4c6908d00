namespace FinanceHub.Delivery.Releases;

/// <summary>Keeps the directory of built releases from growing without end; what environments run they have copied.</summary>
public static class BundleRetention
{
    /// <summary>How many releases stay, the newest.</summary>
    public const int Kept = 10;

    /// <summary>Removes all but the newest releases.</summary>
    /// <param name="directory">Where the releases are, one directory each.</param>
    /// <param name="current">The one that was just made, or made again: it stays in any case.</param>
    public static void Prune(string directory, string current)
    {
        var releases = new DirectoryInfo(directory).EnumerateDirectories()
            .Where(release => !release.Name.StartsWith('.') && release.Name != Path.GetFileName(current))
            .OrderByDescending(release => release.LastWriteTimeUtc)
            .ThenBy(release => release.Name, StringComparer.Ordinal);
        foreach (var old in releases.Skip(Kept - 1).ToList())
        {
            new ReleaseStore(directory).Remove(old.Name);
        }
    }
}
