using System.IO.Compression;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    internal static void ZipTo(this AbsolutePath directory, AbsolutePath archive)
    {
        archive.Parent?.CreateDirectory();
        archive.DeleteFile();
        ZipFile.CreateFromDirectory(directory, archive);
    }
}
