using System.Security.Cryptography;

namespace FinanceHub.Delivery.Releases;

/// <summary>A document about a release that lies beside its services.</summary>
/// <param name="Path">File inside the release.</param>
/// <param name="Sha256">64 hexadecimal digits of its content.</param>
public sealed record SealedDocument(string Path, string Sha256)
{
    internal static SealedDocument Of(string path, ReadOnlySpan<byte> content) => new(path, Convert.ToHexStringLower(SHA256.HashData(content)));
}
