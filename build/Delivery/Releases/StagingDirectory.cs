using System.Globalization;

namespace FinanceHub.Delivery.Releases;

/// <summary>Where a release is put together before it is sealed; gone when disposed, and what killed builds left is gone before.</summary>
public sealed class StagingDirectory : IDisposable
{
    private const string Prefix = ".staging-";

    /// <summary>Makes an empty directory in <paramref name="releases"/>.</summary>
    /// <param name="releases">The directory that the sealed release moves into: on one file system a move is atomic.</param>
    public StagingDirectory(string releases)
    {
        Directory.CreateDirectory(releases);
        foreach (var left in Directory.EnumerateDirectories(releases, Prefix + "*").Where(directory => !IsInUse(directory)))
        {
            Directory.Delete(left, recursive: true);
        }

        Path = System.IO.Path.Combine(releases, Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Path);
    }

    /// <summary>The directory, absolute if the releases' is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static bool IsInUse(string directory)
    {
        if (!int.TryParse(System.IO.Path.GetFileName(directory)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            || processId == Environment.ProcessId)
        {
            return false;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false; // there is no such process any more
        }
    }
}
