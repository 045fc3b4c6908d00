namespace Nuke.Common.IO;

/// <summary>What can be done with what is at a path.</summary>
public static partial class AbsolutePathExtensions
{
    /// <summary>Creates the directory and those above it; an existing one stays as it is.</summary>
    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Leaves an empty directory, whatever was in it.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    /// <summary>Sets the time of the last write (local time; now, if none is given), creating an empty file where there is none.</summary>
    public static AbsolutePath TouchFile(this AbsolutePath path, DateTime? time = null, bool createDirectories = true)
    {
        if (createDirectories)
            path.Parent?.CreateDirectory();

        if (!path.FileExists())
            File.WriteAllBytes(path, []);

        File.SetLastWriteTime(path, time ?? DateTime.Now);
        return path;
    }
}
