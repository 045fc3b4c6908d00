using System.Globalization;
using System.Text;
using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Ledger;

/// <summary>
/// Where a ledger ended when it was last written, in a file beside it: rows that are cut off its end leave no gap in its chain. Whoever changes
/// both files as this program would is found only by who keeps a copy; every row's hash is in <c>History --json</c>.
/// </summary>
/// <param name="ledger">The ledger's file.</param>
internal sealed class LedgerHead(string ledger)
{
    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.ChangeExtension(ledger, ".head");

    /// <summary>What must be there; read before the ledger, which grows first.</summary>
    /// <returns>A row's number and hash; null if the ledger was never written, or by a version that kept no such file.</returns>
    public (long Sequence, string Hash)? Read()
    {
        try
        {
            var text = File.ReadAllText(Path).Split(' ', StringSplitOptions.TrimEntries);
            // One that cannot be read proves nothing, but hides that something was cut off: it is as good as a row that is not there.
            return text.Length == 2 && long.TryParse(text[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0 ? (sequence, text[1]) : (long.MaxValue, "");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Keeps that a row is the last.</summary>
    public void Write(LedgerRow row)
    {
        try
        {
            AtomicFile.Write(Path, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.Sequence} {row.Hash}\n")));
        }
        catch (IOException)
        {
            // The row is written and stays. Until the next one, only that this last one is cut off would go unnoticed.
        }
    }

    /// <summary>What is wrong with the end of rows that are sound in themselves; null if nothing is.</summary>
    public static string? FaultOf(IReadOnlyList<LedgerRow> rows, int tornBytes, (long Sequence, string Hash)? head) => head is not { } known ? null
        : known.Sequence == long.MaxValue ? "it is not known where the ledger ended: the file beside it (.head) is damaged"
        // A disk that lost the end of the last row, as a writer that died in it: told, and no fault.
        : rows.Count == known.Sequence - 1 && tornBytes > 0 ? null
        : rows.Count < known.Sequence ? $"{known.Sequence} rows were written and {rows.Count} are there: the last ones were removed"
        : rows[(int)known.Sequence - 1].Hash != known.Hash ? $"row {known.Sequence} is not the one that was written"
        : null;
}
