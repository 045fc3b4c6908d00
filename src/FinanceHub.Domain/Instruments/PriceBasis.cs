namespace FinanceHub.Domain.Instruments;

/// <summary>How a price series treats splits. Mixing the two is the classic bug, so every series says which it is.</summary>
public enum PriceBasis
{
    /// <summary>As quoted on the day.</summary>
    Raw = 1,

    /// <summary>Divided by all splits since the day: in today's units.</summary>
    SplitAdjusted = 2,
}
