using System.Security.Cryptography;
using System.Text;

namespace FinanceHub.Delivery.Releases;

/// <summary>Names a release after its content: equal content has the equal name, on every machine.</summary>
internal static class ReleaseIdentifier
{
    /// <summary>The version with which a release is labelled.</summary>
    public static string Version(string version, bool dirty) => dirty ? version + "+dirty" : version;

    /// <summary>The id, which is a directory name too, so without '+'.</summary>
    public static string Of(string version, string commit, bool dirty, IEnumerable<KeyValuePair<string, ServiceArtefact>> services)
    {
        var text = new StringBuilder().Append(version).Append('\n').Append(commit).Append('\n').Append(dirty ? "dirty\n" : "clean\n");
        foreach (var (name, artefact) in services.OrderBy(service => service.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(' ').Append(artefact.Digest).Append('\n');
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return $"{version.Replace('+', '.')}-{hash[..12]}";
    }
}
