using FinanceHub.Domain.Returns;

namespace FinanceHub.Data.Valuations;

/// <summary>What a portfolio was worth at the end of a day, kept so that a chart of years needs no replay. The worker writes it.</summary>
public sealed class DailyValueEntity
{
    /// <summary>The portfolio.</summary>
    public required Guid PortfolioId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Securities and cash in the portfolio's currency; null if it is not known.</summary>
    public decimal? Value { get; set; }

    /// <inheritdoc cref="DailyValue.Inflow"/>
    public decimal? Inflow { get; set; }

    /// <inheritdoc cref="DailyValue.Outflow"/>
    public decimal? Outflow { get; set; }

    /// <summary>Why a figure is not known; null if all are.</summary>
    public string? Reason { get; set; }
}
