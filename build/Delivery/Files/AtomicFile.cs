namespace FinanceHub.Delivery.Files;

/// <summary>Replaces files so that a reader, and a crash, see the old content or the new one and nothing between.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file, forces it to disk, renames it over the old one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var part = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.part");
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
}
