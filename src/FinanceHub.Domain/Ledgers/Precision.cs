namespace FinanceHub.Domain.Ledgers;

/// <summary>How finely the ledger counts.</summary>
/// <remarks>
/// With 12 decimals and at most 15 digits before them, every sum and difference of quantities is exact: the lots always
/// add up to the position. With all 28 digits they would not, as soon as a split leaves a third of a share.
/// </remarks>
public static class Precision
{
    /// <summary>Decimals of a quantity and of a cost.</summary>
    public const int Decimals = 12;

    /// <summary>Whether a number has no more decimals than the ledger counts.</summary>
    public static bool Fits(decimal value) => Round(value) == value;

    internal static decimal Round(decimal value) => decimal.Round(value, Decimals, MidpointRounding.ToEven);
}
