using System.Text;

namespace FinanceHub.Delivery.Ledger;

/// <summary>
/// The append-only record of an environment. Writers hold the deploy lock; readers need nothing.
/// A writer that died in the middle of a line leaves a torn one: readers ignore it, the next writer removes it.
/// </summary>
/// <param name="path">Usually <c>ledger.jsonl</c> in the state directory; need not exist.</param>
public sealed class LedgerFile(string path)
{
    /// <summary>All rows, oldest first.</summary>
    /// <exception cref="DeliveryFailure">A row was changed, removed or inserted.</exception>
    public IReadOnlyList<LedgerRow> Read()
    {
        var verification = Verify();
        return verification.Fault is null
            ? verification.Rows
            : throw new DeliveryFailure(ExitCode.Failed, $"The ledger cannot be trusted: {path}:{verification.FaultLine}: {verification.Fault}. Restore the file, or move it away to start a new history.");
    }

    /// <summary>Checks the whole chain.</summary>
    public LedgerVerification Verify()
    {
        var (lines, torn) = Lines();
        var rows = new List<LedgerRow>(lines.Length);
        var (previousHash, sequence) = (LedgerChain.Origin, 0L);
        for (var index = 0; index < lines.Length; index++)
        {
            var row = LedgerChain.Read(lines[index]);
            var fault = row is null ? "the row is damaged or was changed"
                : row.PreviousHash != previousHash ? "the row does not follow the one before it: rows were removed, inserted or exchanged"
                : row.Sequence != sequence + 1 ? $"the row has number {row.Sequence}, expected {sequence + 1}"
                : null;
            if (fault is not null)
            {
                return new LedgerVerification { Rows = rows, FaultLine = index + 1, Fault = fault, TornBytes = torn };
            }

            (previousHash, sequence) = (row!.Hash!, row.Sequence);
            rows.Add(row);
        }

        return new LedgerVerification { Rows = rows, TornBytes = torn };
    }

    /// <summary>Adds a row and forces it to disk; returns it with its number and hashes.</summary>
    /// <exception cref="IOException">The disk is full: the file is as it was before.</exception>
    /// <exception cref="DeliveryFailure">The chain is broken already.</exception>
    public LedgerRow Append(LedgerRow row)
    {
        var verification = Verify();
        if (verification.Fault is not null)
        {
            Read();
        }

        var last = verification.Rows.Count > 0 ? verification.Rows[^1] : null;
        var next = row with { Sequence = (last?.Sequence ?? 0) + 1, PreviousHash = last?.Hash ?? LedgerChain.Origin };
        var line = LedgerChain.Seal(next);
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        var end = stream.Length - verification.TornBytes;
        stream.SetLength(end);
        stream.Position = end;
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            stream.SetLength(end);
            throw;
        }

        return LedgerChain.Read(line)!;
    }

    private (string[] Lines, int TornBytes) Lines()
    {
        if (!File.Exists(path))
        {
            return ([], 0);
        }

        // FileShare.ReadWrite: a status must not disturb the deploy that is writing.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var end = bytes.AsSpan(0, read).LastIndexOf((byte)'\n') + 1;
        var text = Encoding.UTF8.GetString(bytes, 0, end);
        return (end == 0 ? [] : text[..^1].Split('\n'), read - end);
    }
}
