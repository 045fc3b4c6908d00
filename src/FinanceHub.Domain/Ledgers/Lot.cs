using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>Units that were acquired together; with average cost all units of an account.</summary>
/// <param name="Acquired">The trade date; with average cost the first one.</param>
/// <param name="Quantity">Units left, in today's units (after splits); above 0.</param>
/// <param name="CostBasis">What the units left cost in total, fees included. The total is kept, the cost of one unit is derived: nothing is lost to rounding.</param>
public sealed record Lot(DateOnly Acquired, decimal Quantity, decimal CostBasis)
{
    /// <summary>The account in which they are.</summary>
    public string Account { get; init; } = AccountName.Unnamed;

    /// <summary>The cost basis in the ledger's reporting currency, at the rates of the trade dates.</summary>
    public Figure ReportingCost { get; init; } = NotReported;

    /// <summary>The cost of one unit.</summary>
    public decimal UnitCost => CostBasis / Quantity;

    internal static Figure NotReported { get; } = Figure.Unavailable("The ledger has no reporting currency.");

    internal Lot Plus(Lot other) => this with
    {
        Acquired = Acquired < other.Acquired ? Acquired : other.Acquired,
        Quantity = Quantity + other.Quantity,
        CostBasis = CostBasis + other.CostBasis,
        ReportingCost = ReportingCost + other.ReportingCost,
    };
}

/// <summary>What some units cost.</summary>
internal readonly record struct Cost(decimal Basis, Figure Reporting)
{
    public static Cost None { get; } = new(0, Figure.Of(0));

    public Cost Plus(Cost other) => new(Basis + other.Basis, Reporting + other.Reporting);
}
