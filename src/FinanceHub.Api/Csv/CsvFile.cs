using CsvHelper;
using FinanceHub.Api.Activities;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;

namespace FinanceHub.Api.Csv;

/// <summary>A file of activities, read.</summary>
internal sealed class CsvFile
{
    public const int MostRows = 20_000;

    private const int SampleSize = 50;

    private readonly List<ImportRow> _rows = [];
    private readonly List<(int Row, ActivityRequest Request)> _sample = [];
    private readonly List<ImportError> _errors = [];
    private readonly HashSet<string> _unsure = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImportRow> _named = new(StringComparer.Ordinal);

    /// <summary>How many rows there are, those that could not be read included.</summary>
    public int RowCount { get; private set; }

    public IReadOnlyList<ImportError> Errors => _errors;

    /// <summary>What the ledger is asked about.</summary>
    public ImportContent Content => new(_rows, _errors.Count, _unsure);

    /// <summary>Reads text in UTF-8.</summary>
    public static CsvFile Read(byte[] content, string? dateFormat, DateOnly today)
    {
        var file = new CsvFile();
        try
        {
            file.Fill(content, dateFormat, today);
        }
        catch (CsvFormatException fault)
        {
            // From here on nobody knows where a field ends.
            file._errors.Add(new ImportError((int)Math.Max(fault.LineNumber, 1), null, "The quotes in this row do not match: a field is in quotes as a whole or not at all, and a quote in it is written twice.", null));
        }

        return file;
    }

    /// <summary>The first rows, as a client would have sent them.</summary>
    public IReadOnlyList<(int Row, ActivityRequest Request)> Sample => _sample;

    private void Fill(byte[] content, string? dateFormat, DateOnly today)
    {
        using var reader = CsvReader.Create(content, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = SeparatorOf(content),
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        if (!reader.Read())
        {
            _errors.Add(new ImportError(1, null, $"Expected a header with the columns {string.Join(", ", CsvColumns.Required)}, found nothing.", null));
            return;
        }

        var (columns, errors) = CsvHeader.Read(reader.Current.ToArray());
        _errors.AddRange(errors);
        var width = reader.FieldCount;
        while (reader.Read())
        {
            if (++RowCount > MostRows)
            {
                _errors.Add(new ImportError((int)reader.LineNumber, null, $"Expected at most {MostRows} rows: split the file.", null));
                return;
            }

            // Of what is in which column nothing can be said.
            if (errors.Count > 0)
                continue;
            if (reader.FieldCount == width)
                Add((int)reader.LineNumber, new CsvRow(reader.Current.ToArray(), columns, dateFormat), today);
            else
                _errors.Add(new ImportError((int)reader.LineNumber, null, $"Expected {width} fields, as many as the header has, found {reader.FieldCount}.", null));
        }
    }

    private void Add(int line, CsvRow row, DateOnly today)
    {
        var request = row.ToRequest();
        var faults = new FieldFaults();
        var draft = request.Read(today, faults);
        // What could not be read is missing to the rules as well; it is told once.
        var unread = row.Faults.Select(fault => fault.Column).ToHashSet(StringComparer.Ordinal);
        var errors = row.Faults.Concat(faults.All.Select(fault => (Column: row.ColumnOf(fault.Field), fault.Message)).Where(fault => !unread.Contains(fault.Column)))
            .Select(fault => ImportError.Of(line, fault.Column, fault.Message, row.Raw(fault.Column)))
            .ToList();
        if (draft is not null && errors.Count == 0 && Contradicts(draft) is { } contradiction)
            errors.Add(ImportError.Of(line, CsvColumns.ExternalId, contradiction, draft.ExternalId));
        if (errors.Count > 0 || draft is null)
        {
            _errors.AddRange(errors);
            _unsure.Add(row.Symbol);
            return;
        }

        var read = new ImportRow(line, draft);
        _rows.Add(read);
        if (_sample.Count < SampleSize)
            _sample.Add((line, request));
        if (draft.ExternalId is not null)
            _named.TryAdd(draft.ExternalId, read);
    }

    // The same twice is a duplicate; two that differ are not the same, whatever their name says.
    private string? Contradicts(ActivityDraft draft) =>
        draft.ExternalId is not null && _named.TryGetValue(draft.ExternalId, out var first) && first.Draft.Activity != draft.Activity
            ? $"Expected a name of its own, found that of row {first.Row}, which says something else."
            : null;

    // No column has either of them in its name.
    private static char SeparatorOf(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOfAny((byte)'\r', (byte)'\n');
        return (end < 0 ? content : content[..end]).Contains((byte)';') ? ';' : ',';
    }
}
