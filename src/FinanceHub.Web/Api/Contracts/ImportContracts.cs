namespace FinanceHub.Web.Api;

/// <summary>What a file would enter.</summary>
public sealed record ImportPreview
{
    public Guid Id { get; init; }

    public int Rows { get; init; }

    public int Accepted { get; init; }

    public int Duplicates { get; init; }

    public IReadOnlyList<ImportError> Errors { get; init; } = [];

    /// <summary>All of them; not all are listed.</summary>
    public int ErrorCount { get; init; }

    public IReadOnlyList<ImportRow> Sample { get; init; } = [];

    public DateTimeOffset ExpiresAt { get; init; }
}

/// <param name="Row">The line of the file.</param>
/// <param name="Column">The column's name; null if the whole row is wrong.</param>
/// <param name="Message">What was expected.</param>
/// <param name="Value">What was found.</param>
public sealed record ImportError(int Row, string? Column, string Message, string? Value);

public sealed record ImportRow(int Row, bool Duplicate, NewActivity Activity);

internal sealed record ImportResult(int Imported, int Duplicates);
