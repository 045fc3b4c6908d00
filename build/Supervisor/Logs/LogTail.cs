using System.Globalization;
using System.Text;

namespace FinanceHub.Supervisor.Logs;

/// <summary>Reads the end of a rotated log without reading the whole.</summary>
internal static class LogTail
{
    private const int MaximumBytesPerFile = 1024 * 1024;

    /// <summary>The last <paramref name="count"/> lines, oldest first, reaching back into <c>.1</c>, <c>.2</c> ... as needed.</summary>
    internal static IReadOnlyList<string> Read(string path, int count)
    {
        var lines = new List<string>();
        var file = path;
        for (var older = 1; lines.Count < count && File.Exists(file); older++)
        {
            lines.InsertRange(0, ReadEnd(file));
            file = string.Create(CultureInfo.InvariantCulture, $"{path}.{older}");
        }

        return lines.Count <= count ? lines : lines[^count..];
    }

    private static string[] ReadEnd(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = Math.Max(0, stream.Length - MaximumBytesPerFile);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
    }
}
