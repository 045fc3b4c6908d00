using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Domain.Valuations;

/// <summary>What a portfolio holds and what that is worth.</summary>
public sealed record PortfolioValuation
{
    /// <summary>The currency of the totals.</summary>
    public required string Currency { get; init; }

    /// <summary>The sum of the market values, without cash.</summary>
    public required Figure TotalValue { get; init; }

    /// <summary>The gains of everything sold so far.</summary>
    public required Figure RealisedGain { get; init; }

    /// <summary>What is held, by symbol; positions of which nothing is left are not among them.</summary>
    public required IReadOnlyList<HoldingValuation> Holdings { get; init; }

    /// <summary>Values all positions of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="currency">The currency of the portfolio.</param>
    /// <param name="quotes">The latest price by symbol.</param>
    public static PortfolioValuation Of(Ledger ledger, string currency, IReadOnlyDictionary<string, PriceQuote> quotes)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(quotes);
        var holdings = ledger.Positions.Values
            .Where(position => position.Quantity > 0)
            .Select(position => HoldingValuation.Of(position, quotes.GetValueOrDefault(position.Symbol)))
            .ToList();
        return new PortfolioValuation
        {
            Currency = currency,
            Holdings = holdings,
            TotalValue = Figure.Sum(holdings.Select(holding => In(currency, holding.Position, holding.MarketValue))),
            RealisedGain = Figure.Sum(ledger.Positions.Values
                .Where(position => position.RealisedGain != 0)
                .Select(position => In(currency, position, Figure.Of(position.RealisedGain)))),
        };
    }

    private static Figure In(string currency, Position position, Figure figure) => position.Currency == currency
        ? figure
        : Figure.Unavailable($"{position.Symbol} is held in {position.Currency}, and there is no exchange rate to {currency}.");
}
