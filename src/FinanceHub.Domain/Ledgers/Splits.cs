using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>Splits where there is no ledger that knows them.</summary>
public static class Splits
{
    /// <summary>A price in the units of a later day. An adjusted one is comparable with those after it as it is.</summary>
    /// <param name="quote">The price.</param>
    /// <param name="day">The day.</param>
    /// <param name="splits">The splits of the instrument; one that is in several portfolios counts once.</param>
    public static Figure UnitPrice(PriceQuote quote, DateOnly day, IEnumerable<Activity> splits)
    {
        ArgumentNullException.ThrowIfNull(quote);
        if (quote.Basis == PriceBasis.SplitAdjusted)
            return Figure.Of(quote.Price);
        // 4:2 is 2:1.
        var known = splits.DistinctBy(split => (split.Date, split.Numerator / (decimal?)split.Denominator));
        return (SplitHistory.Of(known).GetValueOrDefault(quote.Symbol) ?? SplitHistory.None).UnitPrice(quote, day);
    }
}
