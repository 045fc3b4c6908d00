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

    /// <summary>The row's line, without the line feed, with its hash at the end.</summary>
    public static string Seal(LedgerRow row)
    {
        var open = JsonSerializer.Serialize(row with { Hash = null }, LedgerJson.Default.LedgerRow)[..^1];
        return $"{open}{HashMember}{HashOf(open)}\"}}";
    }

    /// <summary>Reads a line and checks its own hash; null if it is no complete, unchanged row.</summary>
    public static LedgerRow? Read(string line)
    {
        var end = line.LastIndexOf(HashMember, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        try
        {
            var row = JsonSerializer.Deserialize(line, LedgerJson.Default.LedgerRow);
            return row?.Hash == HashOf(line[..end]) ? row : null;
        }
        catch (JsonException)
        {
            return null; // told by the caller, which knows the line's number and whether it may be torn
        }
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
