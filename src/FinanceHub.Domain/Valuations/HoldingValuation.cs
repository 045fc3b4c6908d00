using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Domain.Valuations;

/// <summary>What a position is worth at a price.</summary>
public sealed record HoldingValuation
{
    /// <summary>The position.</summary>
    public required Position Position { get; init; }

    /// <summary>The price of one unit in today's units, in the currency of the position.</summary>
    public required Figure Price { get; init; }

    /// <summary>The day of the price; null without one.</summary>
    public DateOnly? PriceDate { get; init; }

    /// <summary>Quantity × price.</summary>
    public required Figure MarketValue { get; init; }

    /// <summary>Market value less cost basis.</summary>
    public required Figure UnrealisedGain { get; init; }

    /// <summary>The market value in the reporting currency.</summary>
    public required Figure ReportingValue { get; init; }

    /// <summary>The unrealised gain in the reporting currency, price and currency told apart.</summary>
    public required Gain UnrealisedEffects { get; init; }

    /// <summary>Values a position where there are no exchange rates.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="quote">The latest price; null if there is none.</param>
    public static HoldingValuation Of(Position position, PriceQuote? quote)
    {
        ArgumentNullException.ThrowIfNull(position);
        return Of(position, quote, position.Currency, ExchangeRateTable.None, quote?.Date ?? DateOnly.MinValue);
    }

    /// <summary>Values a position.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="quote">The latest price; null if there is none.</param>
    /// <param name="currency">The reporting currency.</param>
    /// <param name="rates">The exchange rates.</param>
    /// <param name="day">The day whose rates count.</param>
    public static HoldingValuation Of(Position position, PriceQuote? quote, string currency, IExchangeRates rates, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(rates);
        var price = PriceOf(position, quote, rates, day);
        // As finely as costs are counted: rounded later, the gain and its two effects could differ in the last digit.
        var value = Precision.Round(price * Figure.Of(position.Quantity));
        var rate = rates.Rate(position.Currency, currency, day);
        return new HoldingValuation
        {
            Position = position,
            Price = price,
            PriceDate = price.Value is null ? null : quote?.Date,
            MarketValue = value,
            UnrealisedGain = value - Figure.Of(position.CostBasis),
            ReportingValue = Precision.Round(value * rate),
            UnrealisedEffects = value.Value is { } known
                ? Gain.Of(known, new Cost(position.CostBasis, position.ReportingCost), rate)
                : new Gain(value, value),
        };
    }

    private static Figure PriceOf(Position position, PriceQuote? quote, IExchangeRates rates, DateOnly day)
    {
        if (quote is null)
            return Figure.Unavailable($"There is no price for {position.Symbol}.");
        var rate = rates.Rate(quote.Currency, position.Currency, day);
        return rate.Value is null
            ? Figure.Unavailable($"{position.Symbol} is priced in {quote.Currency} but was bought in {position.Currency}, and there is no exchange rate.")
            : position.UnitPrice(quote) * rate;
    }
}
