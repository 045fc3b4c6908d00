using System.Globalization;
using CsvHelper;
using FinanceHub.Api.Activities;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Activities;

namespace FinanceHub.Api.Csv;

/// <summary>Writes activities so that an import of the file has them again.</summary>
internal static class CsvExport
{
    /// <summary>UTF-8 without a byte order mark, in the order of the activities.</summary>
    public static byte[] Of(IEnumerable<ActivityEntity> activities)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, CsvWriterOptions.Default, leaveOpen: true))
        {
            // Only where it says something: a release that does not know the column yet takes the others.
            var all = activities.ToList();
            var left = all.Exists(activity => activity.Exchange is not null) ? null : CsvColumns.Exchange;
            writer.WriteRecord([.. CsvColumns.All.Where(column => column != left)]);
            foreach (var activity in all)
                writer.WriteRecord([.. Cells(activity).Where((_, index) => CsvColumns.All[index] != left)]);
        }

        return stream.ToArray();
    }

    // In the order of the columns.
    private static string[] Cells(ActivityEntity activity) =>
    [
        activity.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ActivityTypeNames.Of(activity.Type),
        Text(activity.Symbol),
        Number(activity.Quantity),
        Number(activity.UnitPrice),
        activity.Currency,
        Number(activity.Fee),
        Number(activity.Tax),
        Text(activity.Account),
        Text(activity.Note),
        Text(activity.ExternalId),
        Number(activity.Amount),
        Text(activity.ToAccount),
        activity.FeeCurrency ?? "",
        Number(activity.Numerator),
        Number(activity.Denominator),
        Text(activity.Exchange),
    ];

    private static string Text(string? text) => FormulaEscape.Add(text ?? "");

    private static string Number(decimal? number) => number?.Plain().ToString(CultureInfo.InvariantCulture) ?? "";
}
