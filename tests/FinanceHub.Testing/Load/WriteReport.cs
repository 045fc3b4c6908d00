namespace FinanceHub.Testing.Load;

/// <summary>What a writer met.</summary>
/// <param name="Acknowledged">The rows that were acknowledged, in their order.</param>
/// <param name="Requests">All that were sent.</param>
/// <param name="Reasons">Why the others were not acknowledged, each once.</param>
public sealed record WriteReport(IReadOnlyList<string> Acknowledged, long Requests, IReadOnlyList<string> Reasons)
{
    /// <summary>Requests that were not acknowledged.</summary>
    public long Failed => Requests - Acknowledged.Count;

    /// <inheritdoc/>
    public override string ToString() => $"{Acknowledged.Count} rows acknowledged, {Failed} not{(Reasons.Count == 0 ? "" : $": {string.Join(" | ", Reasons)}")}";
}
