using FinanceHub.Api.Activities;
using FinanceHub.Api.Csv;
using FinanceHub.Data.Portfolios;

namespace FinanceHub.Api.Imports;

/// <summary>What booking a file would do.</summary>
internal sealed record ImportPreview
{
    private const int MostErrors = 1000;

    public required Guid Id { get; init; }

    public required int Rows { get; init; }

    /// <summary>How many are right and new.</summary>
    public required int Accepted { get; init; }

    public required int Duplicates { get; init; }

    public required int ErrorCount { get; init; }

    /// <summary>The first ones by row.</summary>
    public required IReadOnlyList<ImportError> Errors { get; init; }

    public required IReadOnlyList<ImportSample> Sample { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public static ImportPreview Of(ImportEntity import, CsvFile file, ImportPlan plan)
    {
        var errors = file.Errors
            .Concat(plan.Faults.Select(fault => new ImportError(fault.Row, CsvColumns.OfField(fault.Field), fault.Message, null)))
            .OrderBy(error => error.Row)
            .ToList();
        return new ImportPreview
        {
            Id = import.Id,
            Rows = file.RowCount,
            Accepted = plan.New.Count,
            Duplicates = plan.Duplicates.Count,
            ErrorCount = errors.Count,
            Errors = [.. errors.Take(MostErrors)],
            Sample = [.. file.Sample.Select(one => new ImportSample(one.Row, plan.Duplicates.Contains(one.Row), one.Request))],
            ExpiresAt = import.ExpiresAt,
        };
    }
}

internal sealed record ImportSample(int Row, bool Duplicate, ActivityRequest Activity);

internal sealed record ImportOutcome(int Imported, int Duplicates);
