namespace FinanceHub.Data.Portfolios;

/// <summary>A file that was uploaded and looked at, but not booked yet.</summary>
public sealed class ImportEntity
{
    /// <summary>Version 7: ordered by time of upload.</summary>
    public required Guid Id { get; init; }

    /// <summary>The portfolio.</summary>
    public required Guid PortfolioId { get; init; }

    /// <summary>The file as it came, so that what is booked is read from what was sent.</summary>
    public required byte[] Content { get; init; }

    /// <summary>How its dates are written; null if that is clear.</summary>
    public string? DateFormat { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; cannot be booked after.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC; null until it is booked.</summary>
    public DateTime? CommittedAt { get; set; }
}
