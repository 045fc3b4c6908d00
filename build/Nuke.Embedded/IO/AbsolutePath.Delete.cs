namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Deletes the file, read-only ones too; does nothing where there is none.</summary>
    public static void DeleteFile(this AbsolutePath path)
    {
        if (!path.FileExists())
            return;

        ClearReadOnly(path);
        File.Delete(path);
    }

    /// <summary>Deletes the directory with all that is in it; a link in it is removed, its target stays.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (!path.DirectoryExists())
            return;

        // A link is not followed: clearing attributes behind it would change files that are not ours.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(path, "*", options))
            ClearReadOnly(file);

        Directory.Delete(path, recursive: true);
    }

    private static void ClearReadOnly(string file)
    {
        // Unix deletes by the directory's permission alone.
        if (OperatingSystem.IsWindows())
            File.SetAttributes(file, FileAttributes.Normal);
    }
}
