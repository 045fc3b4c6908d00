namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>The database of the stubs: applied migrations and rows, one a line.</summary>
/// <param name="path">The file.</param>
internal sealed class MatrixDatabase(string path)
{
    private const string RowPrefix = "row ";

    /// <summary>The applied migrations.</summary>
    public IReadOnlyList<string> Migrations() => [.. Lines().Where(line => !line.StartsWith(RowPrefix, StringComparison.Ordinal))];

    /// <summary>How many of these rows are not there.</summary>
    public int Missing(IEnumerable<string> rows)
    {
        var found = Lines().Where(line => line.StartsWith(RowPrefix, StringComparison.Ordinal)).Select(line => line[RowPrefix.Length..]).ToHashSet(StringComparer.Ordinal);
        return rows.Count(row => !found.Contains(row));
    }

    // Without the lock that the stubs take for a write: they write while this is read, each row whole, and have acknowledged none that is not there.
    private List<string> Lines()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
