namespace FinanceHub.Delivery.Ledger;

/// <summary>Checks a ledger's lines; pure. Each line's own hash on all processors, the chain between them in order.</summary>
internal static class LedgerVerifier
{
    // Rows that one processor reads in a row; far more than it costs to begin with them.
    private const int Portion = 1000;

    /// <param name="lines">Whole lines, each with its line feed.</param>
    /// <param name="tornBytes">How many bytes follow that are no whole line.</param>
    public static LedgerVerification Verify(ReadOnlyMemory<byte> lines, int tornBytes)
    {
        var ends = Ends(lines.Span);
        var rows = new LedgerRow?[ends.Count];
        Parallel.For(0, (ends.Count + Portion - 1) / Portion, portion =>
        {
            var reader = new LedgerRowReader();
            for (var index = portion * Portion; index < Math.Min((portion + 1) * Portion, ends.Count); index++)
            {
                var start = index == 0 ? 0 : ends[index - 1] + 1;
                rows[index] = LedgerChain.Read(lines[start..ends[index]], reader);
            }
        });
        var (previousHash, token) = (LedgerChain.Origin, 0L);
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            var fault = row is null ? "the row is damaged or was changed"
                : row.PreviousHash != previousHash ? "the row does not follow the one before it: rows were removed, inserted or exchanged"
                : row.Sequence != index + 1 ? $"the row has number {row.Sequence}, expected {index + 1}"
                : row.Token < token ? $"the row has token {row.Token}, but one before it has {token}: its writer had been fenced off"
                : null;
            if (fault is not null)
            {
                return new LedgerVerification { Rows = rows[..index]!, FaultLine = index + 1, Fault = fault, TornBytes = tornBytes };
            }

            (previousHash, token) = (row!.Hash!, row.Token ?? token);
        }

        return new LedgerVerification { Rows = rows!, TornBytes = tornBytes };
    }

    private static List<int> Ends(ReadOnlySpan<byte> lines)
    {
        var ends = new List<int>();
        for (var start = 0; start < lines.Length;)
        {
            var end = start + lines[start..].IndexOf((byte)'\n');
            ends.Add(end);
            start = end + 1;
        }

        return ends;
    }
}
