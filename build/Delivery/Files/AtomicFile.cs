using System.Globalization;

namespace FinanceHub.Delivery.Files;

/// <summary>Replaces files so that a reader, and a crash, see the old content or the new one and nothing between.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file, forces it to disk, renames it over the old one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var part = PartOf(path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Removes what processes left that were killed while they wrote; only for files that nobody else writes at that moment.</summary>
    public static void RemoveParts(string path)
    {
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(PartOf(path, "*"))))
        {
            File.Delete(part);
        }
    }

    private static string PartOf(string path, string process) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{process}.part");
}
