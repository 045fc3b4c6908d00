using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Domain.Valuations;

/// <summary>A gain in the reporting currency, the effect of prices and that of exchange rates told apart.</summary>
/// <param name="Price">q·(P1 − P0)·X1.</param>
/// <param name="Currency">q·P0·(X1 − X0).</param>
public readonly record struct Gain(Figure Price, Figure Currency)
{
    /// <summary>No gain.</summary>
    public static Gain None { get; } = new(Figure.Of(0), Figure.Of(0));

    /// <summary>Both together; exactly what the value now exceeds the cost by.</summary>
    public Figure Total => Price + Currency;

    /// <summary>The gains of two.</summary>
    public static Gain operator +(Gain left, Gain right) => new(left.Price + right.Price, left.Currency + right.Currency);

    /// <summary>The gain of what is worth <paramref name="value"/> now.</summary>
    /// <param name="value">q·P1, in the currency of the position.</param>
    /// <param name="cost">q·P0 there, and q·P0·X0 in the reporting currency.</param>
    /// <param name="rate">X1.</param>
    internal static Gain Of(decimal value, Cost cost, Figure rate)
    {
        // The currency effect is the difference between two rounded numbers and not itself rounded: so the sum is exact.
        var price = Precision.Round(Figure.Of(value - cost.Basis) * rate);
        var total = Precision.Round(Figure.Of(value) * rate) - cost.Reporting;
        return new Gain(price, total - price);
    }
}
