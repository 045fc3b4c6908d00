using System.Text;

namespace FinanceHub.Delivery.Releases;

/// <summary>
/// The digest of each file of a release, in the format of <c>sha256sum --check</c>. <c>release.json</c> decides whether a
/// release is sound; this list only tells which file it is that is not.
/// </summary>
internal static class FileDigestList
{
    public const string FileName = "files.sha256";

    public static byte[] Write(IEnumerable<(string Service, FileSet Files)> services, params IEnumerable<SealedDocument> documents)
    {
        var text = new StringBuilder();
        foreach (var (service, files) in services)
        {
            foreach (var (path, sha256) in files.Entries)
            {
                text.Append(sha256).Append("  ").Append(service).Append('/').Append(path).Append('\n');
            }
        }

        foreach (var document in documents)
        {
            text.Append(document.Sha256).Append("  ").Append(document.Path).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Names the first file of a service that is missing, changed or not part of the release.</summary>
    public static string Difference(string release, string service, FileSet found)
    {
        var list = Path.Combine(release, FileName);
        if (!File.Exists(list))
        {
            return $"{service}: its files are not the sealed ones ({FileName}, which would tell the file, is missing)";
        }

        var expected = File.ReadLines(list)
            .Select(line => (Sha256: line[..64], Path: line[66..]))
            .Where(entry => entry.Path.StartsWith(service + "/", StringComparison.Ordinal))
            .ToDictionary(entry => entry.Path, entry => entry.Sha256, StringComparer.Ordinal);
        var actual = found.Entries.ToDictionary(entry => $"{service}/{entry.Path}", entry => entry.Sha256, StringComparer.Ordinal);
        var file = expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal).FirstOrDefault(path =>
            expected.GetValueOrDefault(path) != actual.GetValueOrDefault(path));
        return file switch
        {
            null => $"{service}: {ReleaseManifest.FileName} and {FileName} contradict each other",
            _ when !actual.ContainsKey(file) => $"{file} is missing",
            _ when !expected.ContainsKey(file) => $"{file} is not part of the release",
            _ => $"{file} has changed (sha256 is {actual[file][..12]}, sealed as {expected[file][..12]})",
        };
    }
}
