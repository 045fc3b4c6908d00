using FinanceHub.Api.Market;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

internal sealed record HoldingResponse
{
    public required string Symbol { get; init; }

    /// <summary>As people call it; the symbol if it is no known instrument.</summary>
    public required string Name { get; init; }

    public required string AssetClass { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>Of cost, prices and market value.</summary>
    public required string Currency { get; init; }

    public required decimal CostBasis { get; init; }

    public required decimal? Price { get; init; }

    public required DateOnly? PriceDate { get; init; }

    /// <summary>The price before, in today's units and at today's rate.</summary>
    public required decimal? PreviousClose { get; init; }

    /// <summary>
    /// In the portfolio's currency, at today's rate: what the price did on its day to the units held before, and since the trade to those
    /// traded on it; not what the rate did.
    /// </summary>
    public required Figure DayChange { get; init; }

    /// <summary>What the price did, of the previous close.</summary>
    public required Figure DayChangeShare { get; init; }

    public required decimal? MarketValue { get; init; }

    public required decimal? UnrealisedGain { get; init; }

    /// <summary>Why there is no price.</summary>
    public required string? Unavailable { get; init; }

    /// <summary>The market value in the portfolio's currency.</summary>
    public required Figure ReportingValue { get; init; }

    /// <summary>What prices made of the cost, in the portfolio's currency.</summary>
    public required Figure PriceEffect { get; init; }

    /// <summary>What exchange rates made of the cost, in the portfolio's currency.</summary>
    public required Figure CurrencyEffect { get; init; }

    /// <summary>Of the securities.</summary>
    public required Figure Share { get; init; }

    /// <summary>The last closing prices in today's units and the instrument's currency, oldest first.</summary>
    public required IReadOnlyList<decimal> Sparkline { get; init; }

    public static HoldingResponse Of(PortfolioSnapshot snapshot, HoldingValuation holding, int sparkline)
    {
        var position = holding.Position;
        var quotes = snapshot.Quotes.GetValueOrDefault(position.Symbol);
        var day = snapshot.Changes.Of(position.Symbol);
        return new HoldingResponse
        {
            Symbol = position.Symbol,
            Name = quotes?.Name ?? position.Symbol,
            AssetClass = AssetClassNames.Of(quotes?.AssetClass ?? Domain.Instruments.AssetClass.Other),
            Quantity = position.Quantity,
            Currency = position.Currency,
            CostBasis = position.CostBasis,
            Price = holding.Price.Value,
            PriceDate = holding.PriceDate,
            PreviousClose = day.PreviousClose.Value,
            DayChange = day.Change,
            DayChangeShare = (holding.Price - day.PreviousClose) / day.PreviousClose,
            MarketValue = holding.MarketValue.Value,
            UnrealisedGain = holding.UnrealisedGain.Value,
            Unavailable = holding.Price.Reason,
            ReportingValue = holding.ReportingValue,
            PriceEffect = holding.UnrealisedEffects.Price,
            CurrencyEffect = holding.UnrealisedEffects.Currency,
            Share = holding.ReportingValue / snapshot.Valuation.TotalValue,
            Sparkline = [.. (quotes?.Last(sparkline) ?? []).Select(close => position.UnitPrice(close).Value).OfType<decimal>()],
        };
    }
}
