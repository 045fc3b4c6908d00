namespace FinanceHub.Data.Portfolios;

/// <summary>A named account of a portfolio: a place at a bank or a broker. Activities name it by its text, so that one can be imported before it is known.</summary>
public sealed class AccountEntity
{
    /// <summary>Version 7: ordered by time of creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The portfolio.</summary>
    public required Guid PortfolioId { get; init; }

    /// <summary>Unique within the portfolio.</summary>
    public required string Name { get; set; }

    /// <summary>Counts the changes of the account itself; what is booked in it is none.</summary>
    public long Revision { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
