using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>MD5 of the file, in lower-case hexadecimal: tells whether it changed, proves nothing about who changed it.</summary>
    /// <exception cref="ArgumentException">There is no file.</exception>
    [SuppressMessage("Security", "CA5351", Justification = "The algorithm is what callers compare with; it guards nothing.")]
    public static string GetFileHash(this AbsolutePath path)
    {
        Assert.FileExists(path);
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(MD5.HashData(stream));
    }
}
