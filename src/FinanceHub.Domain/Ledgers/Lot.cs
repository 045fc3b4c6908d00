namespace FinanceHub.Domain.Ledgers;

/// <summary>Units that were acquired together.</summary>
/// <param name="Acquired">The trade date.</param>
/// <param name="Quantity">Units left, in today's units (after splits); above 0.</param>
/// <param name="CostBasis">What the units left cost in total, fees included. The total is kept, the cost of one unit is derived: nothing is lost to rounding.</param>
public sealed record Lot(DateOnly Acquired, decimal Quantity, decimal CostBasis)
{
    /// <summary>The cost of one unit.</summary>
    public decimal UnitCost => CostBasis / Quantity;
}
