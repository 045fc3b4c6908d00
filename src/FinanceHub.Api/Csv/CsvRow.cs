using System.Globalization;
using FinanceHub.Api.Activities;
using FinanceHub.Domain.Activities;

namespace FinanceHub.Api.Csv;

/// <summary>The cells of one activity.</summary>
/// <param name="cells">As they are in the file, without quotes.</param>
/// <param name="columns">Where each column is.</param>
/// <param name="dateFormat">How the file writes dates; null if that is not known.</param>
internal sealed class CsvRow(string[] cells, IReadOnlyDictionary<string, int> columns, string? dateFormat)
{
    private readonly List<(string Column, string Message)> _faults = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<(string Column, string Message)> Faults => _faults;

    /// <summary>The symbol, also of a row that could not be read.</summary>
    public string Symbol => Text(CsvColumns.Symbol).ToUpperInvariant();

    /// <summary>The column of a field: where there is no column for amounts, they are in that of prices.</summary>
    public string ColumnOf(string field)
    {
        var column = CsvColumns.OfField(field);
        return column == CsvColumns.Amount && !columns.ContainsKey(column) ? CsvColumns.UnitPrice : column;
    }

    /// <summary>A cell as it is in the file; empty if there is no such column.</summary>
    public string Raw(string column) => columns.TryGetValue(column, out var index) ? cells[index] : "";

    public ActivityRequest ToRequest()
    {
        var type = Text(CsvColumns.Type);
        var (quantity, price, amount) = (Number(CsvColumns.Quantity), Number(CsvColumns.UnitPrice), Number(CsvColumns.Amount));
        if (!columns.ContainsKey(CsvColumns.Amount) && HasAmount(ActivityTypeNames.Find(type)))
        {
            if (quantity is not (null or 1))
                _faults.Add((CsvColumns.Quantity, $"Expected 1 or nothing, since the file has no column {CsvColumns.Amount} and the amount of a {type} is in {CsvColumns.UnitPrice}, found {Raw(CsvColumns.Quantity)}."));
            (quantity, price, amount) = (null, null, price);
        }

        return new ActivityRequest
        {
            Date = Date(),
            Type = type,
            Symbol = Text(CsvColumns.Symbol),
            Quantity = quantity,
            UnitPrice = price,
            Amount = amount,
            Currency = Text(CsvColumns.Currency),
            Fee = Number(CsvColumns.Fee),
            FeeCurrency = Text(CsvColumns.FeeCurrency),
            Tax = Number(CsvColumns.Tax),
            Numerator = Whole(CsvColumns.Numerator),
            Denominator = Whole(CsvColumns.Denominator),
            Account = Text(CsvColumns.Account),
            ToAccount = Text(CsvColumns.ToAccount),
            Exchange = Text(CsvColumns.Exchange),
            Note = FormulaEscape.Remove(Raw(CsvColumns.Note)),
            ExternalId = Text(CsvColumns.ExternalId),
        };
    }

    private bool HasAmount(ActivityType? type) => type switch
    {
        null or ActivityType.Buy or ActivityType.Sell or ActivityType.Split => false,
        ActivityType.Transfer => Symbol.Length == 0,
        _ => true,
    };

    private string Text(string column) => FormulaEscape.Remove(Raw(column).Trim());

    private string Date()
    {
        var text = Text(CsvColumns.Date);
        if (CsvDates.Read(text, dateFormat) is { } date)
            return date;
        _faults.Add((CsvColumns.Date, CsvDates.Expected(text, dateFormat)));
        return text;
    }

    private decimal? Number(string column)
    {
        var text = Raw(column).Trim();
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        _faults.Add((column, $"Expected a number like 1234.56, with a point and without thousands separators, found \"{text}\"."));
        return null;
    }

    private int? Whole(string column)
    {
        var text = Raw(column).Trim();
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        _faults.Add((column, $"Expected a whole number, found \"{text}\"."));
        return null;
    }
}
