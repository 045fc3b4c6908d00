namespace FinanceHub.Api.Csv;

/// <summary>The first line of a file.</summary>
internal static class CsvHeader
{
    /// <summary>Where each column is, and what is wrong with them.</summary>
    public static (IReadOnlyDictionary<string, int> Columns, IReadOnlyList<ImportError> Errors) Read(IReadOnlyList<string> cells)
    {
        var (columns, errors) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<ImportError>());
        for (var index = 0; index < cells.Count; index++)
        {
            var name = cells[index].Trim().ToLowerInvariant();
            if (!CsvColumns.All.Contains(name))
                errors.Add(ImportError.Of(1, cells[index], $"There is no column \"{cells[index]}\"; expected {string.Join(", ", CsvColumns.All)}.", cells[index]));
            else if (!columns.TryAdd(name, index))
                errors.Add(ImportError.Of(1, name, $"Expected one column {name}, found two.", cells[index]));
        }

        foreach (var missing in CsvColumns.Required.Where(name => !columns.ContainsKey(name)))
            errors.Add(new ImportError(1, missing, $"Expected a column {missing}, found none.", null));
        return (columns, errors);
    }
}
