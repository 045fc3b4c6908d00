using System.Security.Cryptography;
using System.Text;

namespace FinanceHub.Delivery.Releases;

/// <summary>Names a release after its content: equal content has the equal name, on every machine.</summary>
internal static class ReleaseIdentifier
{
    /// <summary>
    /// What the name does not stand for: itself, and the provenance. That tells the run that built the release, and two runs that
    /// build the same thing must come to the same name, or nobody could check a release by building it again. Its digest in
    /// <c>release.json</c> and what it says of the artefacts are verified by themselves; who could rewrite both could make a whole
    /// other release as well, and only a signature would tell.
    /// </summary>
    private static readonly string[] NotNamed = ["releaseId", "provenance"];

    /// <summary>The version with which a release is labelled.</summary>
    public static string Version(string version, bool dirty) => dirty ? version + "+dirty" : version;

    /// <summary>The id, which is a directory name too, so without '+': of everything that <c>release.json</c> says, whatever a later version adds to it.</summary>
    /// <param name="version">As labelled.</param>
    /// <param name="manifest">The content of <c>release.json</c>, with whatever id.</param>
    public static string Of(string version, ReadOnlyMemory<byte> manifest) => Name(version, CanonicalJson.Of(manifest, NotNamed).Span);

    /// <summary>The id of a release of schema 1: of its version, commit and artefacts' digests, and of nothing else that its <c>release.json</c> says.</summary>
    public static string OfFirstSchema(string version, string commit, bool dirty, IEnumerable<KeyValuePair<string, ServiceArtefact>> services)
    {
        var text = new StringBuilder().Append(version).Append('\n').Append(commit).Append('\n').Append(dirty ? "dirty\n" : "clean\n");
        foreach (var (name, artefact) in services.OrderBy(service => service.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(' ').Append(artefact.Digest).Append('\n');
        }

        return Name(version, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Name(string version, ReadOnlySpan<byte> content) => $"{version.Replace('+', '.')}-{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
}
