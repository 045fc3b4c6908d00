namespace FinanceHub.Delivery.Ledger;

/// <summary>
/// The append-only record of an environment. Writers hold the lease; readers need nothing.
/// A writer that died in the middle of a line leaves a torn one: readers ignore it, the next writer removes it.
/// </summary>
public sealed class LedgerFile
{
    private readonly string _path;
    private readonly ILedgerFence? _fence;
    private readonly LedgerHead _head;
    private Verified? _verified;

    /// <param name="path">Usually <c>ledger.jsonl</c> in the state directory; need not exist.</param>
    public LedgerFile(string path)
        : this(path, null)
    {
    }

    /// <param name="path">Usually <c>ledger.jsonl</c> in the state directory; need not exist.</param>
    /// <param name="fence">Keeps who no longer holds the environment from writing; null where nobody else can.</param>
    internal LedgerFile(string path, ILedgerFence? fence) => (_path, _fence, _head) = (path, fence, new LedgerHead(path));

    /// <summary>All rows, oldest first.</summary>
    /// <exception cref="DeliveryFailure">A row was changed, removed or inserted.</exception>
    public IReadOnlyList<LedgerRow> Read() => Require(Verify());

    /// <summary>Checks the whole chain.</summary>
    public LedgerVerification Verify()
    {
        // First: the ledger grows before it.
        var head = _head.Read();
        var file = new FileInfo(_path);
        if (!file.Exists)
        {
            return Ended(new LedgerVerification { Rows = [] }, head);
        }

        // What was verified by this command, and has not been written since, need not be verified again.
        if (_verified is { } known && known.Length == file.Length && known.WrittenAt == file.LastWriteTimeUtc)
        {
            return known.Verification;
        }

        var (bytes, torn) = Lines();
        var verification = Ended(LedgerVerifier.Verify(bytes, torn), head);
        _verified = new Verified(bytes.Length + torn, file.LastWriteTimeUtc, verification);
        return verification;
    }

    /// <summary>Adds a row and forces it to disk; returns it with its number and hashes.</summary>
    /// <exception cref="IOException">The disk is full: the file is as it was before.</exception>
    /// <exception cref="DeliveryFailure">The chain is broken already, or the writer was fenced off (<see cref="ExitCode.LeaseLost"/>).</exception>
    public LedgerRow Append(LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _fence is null ? Write(row) : _fence.Guarded(() => Write(row with { Token = _fence.Token }));
    }

    private static LedgerVerification Ended(LedgerVerification verification, (long Sequence, string Hash)? head) =>
        verification.Fault is null && LedgerHead.FaultOf(verification.Rows, verification.TornBytes, head) is { } fault ? verification with { Fault = fault, FaultLine = Math.Max(1, verification.Rows.Count) } : verification;

    private LedgerRow Write(LedgerRow row)
    {
        var verification = Verify();
        var rows = Require(verification);
        var last = rows.Count > 0 ? rows[^1] : null;
        if (row.Token is { } token && rows.LastOrDefault(written => written.Token is not null)?.Token is { } highest && token < highest)
        {
            throw new DeliveryFailure(ExitCode.LeaseLost, $"The ledger {_path} has a row with token {highest}, so a writer with token {token} was fenced off and may not add one.");
        }

        var line = LedgerChain.Seal(row with { Sequence = (last?.Sequence ?? 0) + 1, PreviousHash = last?.Hash ?? LedgerChain.Origin });
        var written = LedgerChain.Read(line)!;
        using (var stream = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0))
        {
            var end = stream.Length - verification.TornBytes;
            stream.SetLength(end);
            stream.Position = end;
            try
            {
                stream.Write([.. line, (byte)'\n']);
                stream.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                stream.SetLength(end);
                _verified = null;
                throw;
            }
        }

        _head.Write(written);
        var file = new FileInfo(_path);
        _verified = new Verified(file.Length, file.LastWriteTimeUtc, new LedgerVerification { Rows = [.. rows, written] });
        return written;
    }

    private IReadOnlyList<LedgerRow> Require(LedgerVerification verification) => verification.Fault is null
        ? verification.Rows
        : throw new DeliveryFailure(ExitCode.Failed, $"The ledger cannot be trusted: {_path}:{verification.FaultLine}: {verification.Fault}. Restore the file, or move it and {_head.Path} away to start a new history.");

    private (Memory<byte> Lines, int TornBytes) Lines()
    {
        // FileShare.ReadWrite: a status must not disturb the deploy that is writing.
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length);
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var end = bytes.AsSpan(0, read).LastIndexOf((byte)'\n') + 1;
        return (bytes.AsMemory(0, end), read - end);
    }

    private sealed record Verified(long Length, DateTime WrittenAt, LedgerVerification Verification);
}
