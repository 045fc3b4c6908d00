using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Domain.Valuations;

/// <summary>What a position is worth at a price.</summary>
public sealed record HoldingValuation
{
    /// <summary>The position.</summary>
    public required Position Position { get; init; }

    /// <summary>The price of one unit in today's units.</summary>
    public required Figure Price { get; init; }

    /// <summary>The day of the price; null without one.</summary>
    public DateOnly? PriceDate { get; init; }

    /// <summary>Quantity × price.</summary>
    public required Figure MarketValue { get; init; }

    /// <summary>Market value less cost basis.</summary>
    public required Figure UnrealisedGain { get; init; }

    /// <summary>Values a position.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="quote">The latest price; null if there is none.</param>
    public static HoldingValuation Of(Position position, PriceQuote? quote)
    {
        ArgumentNullException.ThrowIfNull(position);
        var price = PriceOf(position, quote);
        var value = price.Map(one => position.Quantity * one);
        return new HoldingValuation
        {
            Position = position,
            Price = price,
            PriceDate = price.Value is null ? null : quote?.Date,
            MarketValue = value,
            UnrealisedGain = value.Map(total => total - position.CostBasis),
        };
    }

    private static Figure PriceOf(Position position, PriceQuote? quote)
    {
        if (quote is null)
            return Figure.Unavailable($"There is no price for {position.Symbol}.");
        if (quote.Currency != position.Currency)
            return Figure.Unavailable($"{position.Symbol} is priced in {quote.Currency} but was bought in {position.Currency}, and there is no exchange rate.");
        if (quote.Basis == PriceBasis.SplitAdjusted)
            return Figure.Of(quote.Price);
        try
        {
            return Figure.Of(position.InTodaysUnits(quote.Price, quote.Date));
        }
        catch (OverflowException)
        {
            return Figure.Unavailable($"The splits of {position.Symbol} since {quote.Date:yyyy-MM-dd} make its price too large to be a number.");
        }
    }
}
