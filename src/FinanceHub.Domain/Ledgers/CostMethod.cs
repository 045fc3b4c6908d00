namespace FinanceHub.Domain.Ledgers;

/// <summary>Which of the units held are the ones that are sold.</summary>
public enum CostMethod
{
    /// <summary>The oldest: first in, first out.</summary>
    Fifo,

    /// <summary>None in particular: each unit costs the average of all (IRS Publication 564, "average basis, single category").</summary>
    Average,
}
