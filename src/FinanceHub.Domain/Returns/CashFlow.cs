namespace FinanceHub.Domain.Returns;

/// <summary>Cash on a day, as its owner sees it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Amount">Below 0 if the owner pays it, above 0 if the owner receives it.</param>
public readonly record struct CashFlow(DateOnly Date, decimal Amount);
