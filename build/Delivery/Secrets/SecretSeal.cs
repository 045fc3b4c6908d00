using System.Security.Cryptography;
using System.Text;
using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Secrets;

/// <summary>
/// Tells whether secrets are still those that a host was started with, without keeping them: a salted, slow hash in a file beside what else is
/// known of the host. Who has rotated a secret must not get a host back that has the old one.
/// </summary>
/// <param name="directory">The instance's directory.</param>
internal sealed class SecretSeal(string directory)
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Some 20 ms: only who guesses many is held up by it.
    private const int Rounds = 100_000;

    private readonly string _path = Path.Combine(directory, "secrets.seal");

    /// <summary>Keeps what the host was started with; nothing is kept of none.</summary>
    public void Write(IReadOnlyCollection<HostSecret> secrets)
    {
        if (secrets.Count > 0)
        {
            var salt = RandomNumberGenerator.GetBytes(SaltBytes);
            AtomicFile.Write(_path, [.. salt, .. Hash(secrets, salt)]);
        }
    }

    /// <summary>Whether the host was started with these.</summary>
    public bool Matches(IReadOnlyCollection<HostSecret> secrets)
    {
        if (!File.Exists(_path))
        {
            return secrets.Count == 0;
        }

        var kept = File.ReadAllBytes(_path);
        return kept.Length == SaltBytes + HashBytes && secrets.Count > 0 && CryptographicOperations.FixedTimeEquals(kept.AsSpan(SaltBytes), Hash(secrets, kept[..SaltBytes]));
    }

    // The length before each text: two pairs never read like another two.
    private static byte[] Hash(IEnumerable<HostSecret> secrets, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(string.Concat(secrets.OrderBy(secret => secret.Setting, StringComparer.Ordinal).SelectMany(secret => new[] { secret.Setting, secret.Value.Reveal() }).Select(text => $"{text.Length}:{text}"))),
        salt, Rounds, HashAlgorithmName.SHA256, HashBytes);
}
