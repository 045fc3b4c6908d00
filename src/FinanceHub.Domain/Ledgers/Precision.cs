using FinanceHub.Domain.Valuations;

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

    internal static Figure Round(Figure figure) => figure.Map(Round);

    /// <summary>The share of a total that a part has in a whole: multiplied first and divided once, unless the product is beyond decimal.</summary>
    internal static decimal Share(decimal total, decimal part, decimal whole) => Round(part <= 1 || total <= decimal.MaxValue / part
        ? total * part / whole
        : total / whole * part);
}
