namespace FinanceHub.Domain.Ledgers;

/// <summary>Which of the units held a sale takes.</summary>
public enum CostMethod
{
    /// <summary>The oldest of the account.</summary>
    Fifo = 1,

    /// <summary>A share of all units of the account: one lot whose basis only purchases re-average.</summary>
    Average = 2,
}
