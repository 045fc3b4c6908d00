namespace FinanceHub.Domain.Currencies;

/// <summary>
/// The gain of a holding in a foreign currency, told apart: what the price did, at today's rate, and what the currency did to what
/// the holding was worth before. The sum is exact: q·P1·X1 − q·P0·X0 = q(P1−P0)X1 + q·P0(X1−X0).
/// </summary>
/// <param name="PriceEffect">In the investor's currency.</param>
/// <param name="CurrencyEffect">In the investor's currency.</param>
public readonly record struct GainSplit(decimal PriceEffect, decimal CurrencyEffect)
{
    /// <summary>The whole gain in the investor's currency.</summary>
    public decimal Total => PriceEffect + CurrencyEffect;

    /// <summary>Splits the gain between two days.</summary>
    /// <param name="valueBefore">Quantity × price of the first day in the holding's currency; for a gain since the purchase, its cost.</param>
    /// <param name="rateBefore">Investor's currency for one unit of the holding's, then.</param>
    /// <param name="valueNow">Quantity × price of the second day in the holding's currency.</param>
    /// <param name="rateNow">The rate of the second day.</param>
    public static GainSplit Of(decimal valueBefore, decimal rateBefore, decimal valueNow, decimal rateNow) =>
        new((valueNow - valueBefore) * rateNow, valueBefore * (rateNow - rateBefore));
}
