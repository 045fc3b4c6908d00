namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>The database of the stubs: applied migrations and rows, one a line.</summary>
/// <param name="path">The file.</param>
internal sealed class MatrixDatabase(string path)
{
    private const string RowPrefix = "row ";

    /// <summary>The applied migrations.</summary>
    public IReadOnlyList<string> Migrations() => [.. File.ReadLines(path).Where(line => !line.StartsWith(RowPrefix, StringComparison.Ordinal))];

    /// <summary>How many of these rows are not there.</summary>
    public int Missing(IEnumerable<string> rows)
    {
        var found = File.ReadLines(path).Where(line => line.StartsWith(RowPrefix, StringComparison.Ordinal)).Select(line => line[RowPrefix.Length..]).ToHashSet(StringComparer.Ordinal);
        return rows.Count(row => !found.Contains(row));
    }
}
