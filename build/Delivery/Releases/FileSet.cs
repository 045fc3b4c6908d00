using System.Security.Cryptography;
using System.Text;

namespace FinanceHub.Delivery.Releases;

/// <summary>The digest of a directory: of the names and contents of its files, whatever their times and owners.</summary>
/// <param name="Digest">"sha256:" and 64 hexadecimal digits.</param>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">How many bytes they have together.</param>
/// <param name="Entries">The digest of each file by its path inside the directory, with '/'; sorted.</param>
internal sealed record FileSet(string Digest, int Files, long Bytes, IReadOnlyList<(string Path, string Sha256)> Entries)
{
    public static async Task<FileSet> OfAsync(string directory, CancellationToken cancellation)
    {
        var paths = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Relative: Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/')))
            .OrderBy(path => path.Relative, StringComparer.Ordinal)
            .ToArray();
        var entries = new (string Path, string Sha256)[paths.Length];
        var bytes = 0L;
        await Parallel.ForAsync(0, paths.Length, cancellation, async (index, stop) =>
        {
            await using var stream = new FileStream(paths[index].Full, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            Interlocked.Add(ref bytes, stream.Length);
            entries[index] = (paths[index].Relative, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop)));
        });

        var list = new StringBuilder();
        foreach (var (path, sha256) in entries)
        {
            list.Append(path).Append(' ').Append(sha256).Append('\n');
        }

        return new FileSet("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list.ToString()))), entries.Length, bytes, entries);
    }
}
