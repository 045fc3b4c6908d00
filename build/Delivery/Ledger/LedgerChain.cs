using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FinanceHub.Delivery.Ledger;

/// <summary>
/// The text of rows and the hashes that chain them. The hash covers the bytes of the line as written, not the values
/// read back from it, so that a later version with more members still verifies old rows.
/// </summary>
internal static class LedgerChain
{
    /// <summary>What the first row names as the hash before it.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string HashMember = ",\"hash\":\"";
    private const int HashDigits = 64;

    /// <summary>The row's line, without the line feed, with its hash at the end.</summary>
    public static byte[] Seal(LedgerRow row)
    {
        var open = JsonSerializer.SerializeToUtf8Bytes(row with { Hash = null }, LedgerJson.Default.LedgerRow).AsSpan()[..^1];
        return [.. open, .. Encoding.UTF8.GetBytes($"{HashMember}{Convert.ToHexStringLower(SHA256.HashData(open))}\"}}")];
    }

    /// <summary>Reads a line and checks its own hash; null if it is no complete, unchanged row.</summary>
    public static LedgerRow? Read(ReadOnlyMemory<byte> line) => Read(line, new LedgerRowReader());

    /// <summary>The same for a line that follows the one that the reader has read last.</summary>
    public static LedgerRow? Read(ReadOnlyMemory<byte> line, LedgerRowReader reader)
    {
        if (!IsUnchanged(line.Span))
        {
            return null;
        }

        try
        {
            return reader.Read(line);
        }
        catch (JsonException)
        {
            return null; // told by the caller, which knows the line's number and whether it may be torn
        }
    }

    private static bool IsUnchanged(ReadOnlySpan<byte> line)
    {
        var end = line.Length - HashMember.Length - HashDigits - 2;
        if (end < 0 || !line[end..].StartsWith(",\"hash\":\""u8) || !line.EndsWith("\"}"u8))
        {
            return false;
        }

        // On the bytes: a ledger of years is read on every command.
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> digits = stackalloc byte[HashDigits];
        SHA256.HashData(line[..end], hash);
        return Convert.TryToHexStringLower(hash, digits, out _) && line.Slice(end + HashMember.Length, HashDigits).SequenceEqual(digits);
    }
}
