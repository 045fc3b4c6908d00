namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Copies a file or a directory to the target and returns the target.</summary>
    /// <param name="source">What to copy.</param>
    /// <param name="target">The new file or directory itself, not the directory around it.</param>
    /// <param name="policy">What happens to what is there already.</param>
    /// <param name="excludeDirectory">Directories below the source to leave out.</param>
    /// <param name="excludeFile">Files below the source to leave out.</param>
    /// <param name="createDirectories">Whether missing directories are created.</param>
    /// <exception cref="ArgumentException">
    /// Nothing is at the source, or the target is inside it, or a directory must not be merged.
    /// </exception>
    /// <exception cref="IOException">A file exists that must not be replaced.</exception>
    public static AbsolutePath Copy(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool>? excludeDirectory = null,
        Func<AbsolutePath, bool>? excludeFile = null,
        bool createDirectories = true)
    {
        if (!source.DirectoryExists())
        {
            Assert.FileExists(source);
            Assert.True(excludeDirectory is null && excludeFile is null, "Exclusions apply to directories only");
            return PlaceFile(source, target, policy, createDirectories, CopyFile);
        }

        return PlaceDirectory(source, target, policy, createDirectories, () =>
        {
            foreach (var directory in source.GetDirectories().Where(x => excludeDirectory?.Invoke(x) != true))
                directory.Copy(target / directory.Name, policy, excludeDirectory, excludeFile);

            foreach (var file in source.GetFiles().Where(x => excludeFile?.Invoke(x) != true))
                PlaceFile(file, target / file.Name, policy, createDirectories, CopyFile);
        });
    }

    /// <summary>Copies a file or a directory into another directory and returns the copy.</summary>
    /// <inheritdoc cref="Copy" path="/exception"/>
    public static AbsolutePath CopyToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool>? excludeDirectory = null,
        Func<AbsolutePath, bool>? excludeFile = null,
        bool createDirectories = true) =>
        source.Copy(target / source.Name, policy, excludeDirectory, excludeFile, createDirectories);

    private static void CopyFile(AbsolutePath source, AbsolutePath target) => File.Copy(source, target, overwrite: true);

    private static AbsolutePath PlaceFile(
        AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy,
        bool createDirectories,
        Action<AbsolutePath, AbsolutePath> place)
    {
        if (target.FileExists() && !MayReplace(source, target, policy))
            return source;

        if (createDirectories)
            target.Parent?.CreateDirectory();

        place(source, target);
        return target;
    }

    private static AbsolutePath PlaceDirectory(
        AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy,
        bool createDirectories,
        Action place)
    {
        Assert.False(IsInside(target, source), $"Target directory '{target}' must not be in source directory '{source}'");
        var merges = policy.HasFlag(ExistsPolicy.DirectoryMerge) && !policy.HasFlag(ExistsPolicy.DirectoryFail);
        Assert.True(merges || !target.DirectoryExists(), $"Policy disallows merging directories: '{target}' exists already");

        if (createDirectories)
            target.CreateDirectory();

        place();
        return target;
    }

    private static bool MayReplace(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        const ExistsPolicy files = ExistsPolicy.FileFail | ExistsPolicy.FileSkip | ExistsPolicy.FileOverwrite
                                   | ExistsPolicy.FileOverwriteIfNewer;
        return (policy & files) switch
        {
            ExistsPolicy.FileFail => throw new IOException($"File '{target}' already exists"),
            ExistsPolicy.FileSkip => false,
            ExistsPolicy.FileOverwrite => true,
            ExistsPolicy.FileOverwriteIfNewer => File.GetLastWriteTimeUtc(target) < File.GetLastWriteTimeUtc(source),
            _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Exactly one policy for files must be set"),
        };
    }

    private static bool IsInside(AbsolutePath path, AbsolutePath directory)
    {
        for (var current = path; current is not null; current = current.Parent)
        {
            if (current == directory)
                return true;
        }

        return false;
    }
}
