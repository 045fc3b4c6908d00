namespace FinanceHub.Domain.Returns;

/// <summary>Money that crossed the border of a portfolio; purchases and sales inside it are none.</summary>
/// <param name="Date">The day.</param>
/// <param name="Amount">In one currency; above 0 into the portfolio, below 0 out of it.</param>
public readonly record struct CashFlow(DateOnly Date, decimal Amount);
