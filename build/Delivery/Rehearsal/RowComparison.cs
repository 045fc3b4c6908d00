namespace FinanceHub.Delivery.Rehearsal;

/// <summary>Compares what customers had before a rehearsal with what they have afterwards.</summary>
internal static class RowComparison
{
    /// <summary>The tables whose rows are not as many as before, one sentence each. A table that only the newer schema has was not there to lose anything.</summary>
    public static IReadOnlyList<string> Lost(IReadOnlyDictionary<string, int> before, IReadOnlyDictionary<string, int> after) =>
        [.. before.Where(table => !after.TryGetValue(table.Key, out var rows) || rows != table.Value).Select(table => $"{table.Key}: {table.Value} before, {(after.TryGetValue(table.Key, out var rows) ? rows : "no such table")} after")];
}
