namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Moves a file or a directory to the target and returns the target.</summary>
    /// <param name="source">What to move.</param>
    /// <param name="target">The new file or directory itself, not the directory around it.</param>
    /// <param name="policy">What happens to what is there already.</param>
    /// <param name="createDirectories">Whether missing directories are created.</param>
    /// <param name="deleteRemainingFiles">Whether files that the policy left at the source are deleted.</param>
    /// <inheritdoc cref="Copy" path="/exception"/>
    public static AbsolutePath Move(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true,
        bool deleteRemainingFiles = false)
    {
        if (!source.DirectoryExists())
        {
            Assert.FileExists(source);
            return PlaceFile(source, target, policy, createDirectories, MoveFile);
        }

        return PlaceDirectory(source, target, policy, createDirectories, () =>
        {
            foreach (var directory in source.GetDirectories().ToList())
                directory.Move(target / directory.Name, policy);

            foreach (var file in source.GetFiles().ToList())
                PlaceFile(file, target / file.Name, policy, createDirectories, MoveFile);

            if (deleteRemainingFiles || !Directory.EnumerateFileSystemEntries(source).Any())
                source.DeleteDirectory();
        });
    }

    /// <summary>Moves a file or a directory into another directory and returns it there.</summary>
    /// <inheritdoc cref="Copy" path="/exception"/>
    public static AbsolutePath MoveToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true) =>
        source.Move(target / source.Name, policy, createDirectories);

    /// <summary>Gives a file or a directory another name beside the old one.</summary>
    /// <inheritdoc cref="Copy" path="/exception"/>
    public static AbsolutePath Rename(this AbsolutePath source, string newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Move(source.Parent / newName, policy);

    private static void MoveFile(AbsolutePath source, AbsolutePath target) => File.Move(source, target, overwrite: true);
}
