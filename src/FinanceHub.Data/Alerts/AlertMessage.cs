namespace FinanceHub.Data.Alerts;

/// <summary>What is told about an alert that fired.</summary>
/// <param name="EventId">The event; the same whatever way it is told.</param>
/// <param name="AlertId">The alert.</param>
/// <param name="OwnerId">The user.</param>
/// <param name="Symbol">The instrument.</param>
/// <param name="Kind">PRICE_ABOVE, PRICE_BELOW or PERCENT_MOVE.</param>
/// <param name="Threshold">A price, or percent.</param>
/// <param name="Price">The price.</param>
/// <param name="Currency">The currency of the price.</param>
/// <param name="PriceDate">The day of the price.</param>
/// <param name="FiredAt">UTC.</param>
public sealed record AlertMessage(
    Guid EventId, Guid AlertId, Guid OwnerId, string Symbol, string Kind, decimal Threshold, decimal Price, string Currency, DateOnly PriceDate, DateTime FiredAt);
