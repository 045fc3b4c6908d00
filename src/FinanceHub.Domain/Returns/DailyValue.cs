using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>What a portfolio was worth at the end of a day, and what crossed its border on that day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">Securities and cash at the end of the day; either sign.</param>
/// <param name="Inflow">What came in from outside, counted at the start of the day; 0 or more.</param>
/// <param name="Outflow">What went out, counted at the end of the day; 0 or more.</param>
public sealed record DailyValue(DateOnly Date, Figure Value, Figure Inflow, Figure Outflow)
{
    /// <summary>A day on which nothing crossed the border.</summary>
    public static DailyValue Of(DateOnly date, decimal value) => new(date, Figure.Of(value), Figure.Of(0), Figure.Of(0));
}
