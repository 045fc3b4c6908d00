namespace FinanceHub.Data.Alerts;

/// <summary>An alert and the prices by which it is judged.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Currency">The currency of the prices.</param>
/// <param name="Date">The day of the latest price.</param>
/// <param name="Price">The latest price.</param>
/// <param name="Before">The price before it, in the units of that one; null if there is none.</param>
public sealed record AlertCandidate(AlertEntity Alert, string Currency, DateOnly Date, decimal Price, decimal? Before);
