namespace FinanceHub.Data.Portfolios;

/// <summary>What became of a file that was to be booked.</summary>
public abstract record CommitImportResult
{
    private CommitImportResult()
    {
    }

    /// <summary>Everything new in it is booked.</summary>
    public sealed record Committed(int Imported, int Duplicates) : CommitImportResult;

    /// <summary>The owner has no such portfolio, or it has no such import.</summary>
    public sealed record NotFound : CommitImportResult;

    /// <summary>Nothing was booked, and nothing will be.</summary>
    /// <param name="Reason">Why, one sentence.</param>
    public sealed record Refused(string Reason) : CommitImportResult;
}
