using FinanceHub.Data.Valuations;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Data.Portfolios;

/// <summary>A portfolio as it is stored.</summary>
public sealed class PortfolioEntity
{
    /// <summary>Version 7: ordered by time of creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The user whose portfolio it is.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>As its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>ISO 4217 code of the totals.</summary>
    public required string Currency { get; init; }

    /// <summary>Which units a sale takes.</summary>
    public CostMethod CostMethod { get; set; } = CostMethod.Fifo;

    /// <summary>Grows with every change of the portfolio or of its activities; a write on an older revision fails.</summary>
    public long Revision { get; set; }

    /// <summary>The last day of <see cref="DailyValueEntity"/>; null before the first valuation.</summary>
    public DateOnly? ValuedThrough { get; set; }

    /// <summary>The first day whose stored value an edit has made wrong; null if all are right.</summary>
    public DateOnly? StaleFrom { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Its activities, when they were asked for.</summary>
    public List<ActivityEntity> Activities { get; } = [];
}
