using System.Text;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    private static readonly UTF8Encoding defaultEncoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole file; UTF-8, if no other encoding is given.</summary>
    /// <exception cref="ArgumentException">There is no file.</exception>
    public static string ReadAllText(this AbsolutePath path, Encoding? encoding = null)
    {
        Assert.FileExists(path);
        return File.ReadAllText(path, encoding ?? Encoding.UTF8);
    }

    /// <summary>The file's lines without their ends.</summary>
    /// <inheritdoc cref="ReadAllText" path="/exception"/>
    public static string[] ReadAllLines(this AbsolutePath path, Encoding? encoding = null)
    {
        Assert.FileExists(path);
        return File.ReadAllLines(path, encoding ?? Encoding.UTF8);
    }

    /// <summary>The file's bytes.</summary>
    /// <inheritdoc cref="ReadAllText" path="/exception"/>
    public static byte[] ReadAllBytes(this AbsolutePath path)
    {
        Assert.FileExists(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Replaces the file, creating directories; unless told otherwise, the text ends with exactly one line break.</summary>
    public static AbsolutePath WriteAllText(this AbsolutePath path, string content, Encoding? encoding = null, bool? eofLineBreak = null)
    {
        if (eofLineBreak ?? true)
        {
            var lineBreak = content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            content = content.TrimEnd('\r', '\n') + lineBreak;
        }

        path.Parent?.CreateDirectory();
        File.WriteAllText(path, content, encoding ?? defaultEncoding);
        return path;
    }

    /// <summary>Replaces the file by lines with the machine's line breaks, creating directories.</summary>
    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        IEnumerable<string> lines,
        Encoding? encoding = null,
        bool? eofLineBreak = null) =>
        path.WriteAllText(string.Join(Environment.NewLine, lines), encoding, eofLineBreak);

    /// <summary>Replaces the file, creating directories.</summary>
    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        path.Parent?.CreateDirectory();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Adds to the end of the file as it is, creating it and its directories.</summary>
    public static AbsolutePath AppendAllText(this AbsolutePath path, string content, Encoding? encoding = null)
    {
        path.Parent?.CreateDirectory();
        File.AppendAllText(path, content, encoding ?? defaultEncoding);
        return path;
    }
}
