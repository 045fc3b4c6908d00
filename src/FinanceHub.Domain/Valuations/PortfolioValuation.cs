using FinanceHub.Domain.Currencies;
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

    /// <summary>The cash of all currencies; either sign.</summary>
    public required Figure CashValue { get; init; }

    /// <summary>The gains of everything sold so far.</summary>
    public required Figure RealisedGain { get; init; }

    /// <summary>The realised gains of all positions, price and currency told apart; unavailable if the ledger has no reporting currency.</summary>
    public required Gain RealisedEffects { get; init; }

    /// <summary>The unrealised gains of all positions, price and currency told apart; unavailable if the ledger has no reporting currency.</summary>
    public required Gain UnrealisedEffects { get; init; }

    /// <summary>What exchange rates made of cash since it came in; unavailable if the ledger has no reporting currency.</summary>
    public required Figure CashCurrencyGain { get; init; }

    /// <summary>What is held, by symbol; positions of which nothing is left are not among them.</summary>
    public required IReadOnlyList<HoldingValuation> Holdings { get; init; }

    /// <summary>Securities and cash.</summary>
    public Figure NetWorth => TotalValue + CashValue;

    /// <summary>Values all positions of a ledger where there are no exchange rates: what is in another currency than the portfolio has no value in it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="currency">The currency of the portfolio.</param>
    /// <param name="quotes">The latest price by symbol.</param>
    public static PortfolioValuation Of(Ledger ledger, string currency, IReadOnlyDictionary<string, PriceQuote> quotes) =>
        Of(ledger, currency, quotes, ExchangeRateTable.None, DateOnly.MinValue);

    /// <summary>Values all positions of a ledger.</summary>
    /// <param name="ledger">The ledger; replayed with the same reporting currency, or the effects are unavailable.</param>
    /// <param name="currency">The currency of the portfolio.</param>
    /// <param name="quotes">The latest price by symbol.</param>
    /// <param name="rates">The exchange rates.</param>
    /// <param name="day">The day whose rates count.</param>
    public static PortfolioValuation Of(Ledger ledger, string currency, IReadOnlyDictionary<string, PriceQuote> quotes, IExchangeRates rates, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(quotes);
        ArgumentNullException.ThrowIfNull(rates);
        var holdings = ledger.Positions.Values
            .Where(position => position.Quantity > 0)
            .Select(position => HoldingValuation.Of(position, quotes.GetValueOrDefault(position.Symbol), currency, rates, day))
            .ToList();
        var cash = Figure.Sum(ledger.Cash.Where(pair => pair.Value.Balance != 0)
            .Select(pair => Precision.Round(Figure.Of(pair.Value.Balance) * rates.Rate(pair.Key, currency, day))));
        var reported = ledger.Currency == currency ? Figure.Of(0) : Lot.NotReported;
        var effects = new Gain(reported, reported);
        return new PortfolioValuation
        {
            Currency = currency,
            Holdings = holdings,
            TotalValue = Figure.Sum(holdings.Select(holding => holding.MarketValue.Value is null || holding.ReportingValue.Value is not null
                ? holding.ReportingValue
                : NoRate(holding.Position, currency))),
            CashValue = cash,
            RealisedGain = Figure.Sum(ledger.Positions.Values
                .Where(position => position.RealisedGain != 0)
                .Select(position => position.Currency == currency ? Figure.Of(position.RealisedGain)
                    : ledger.Currency == currency && position.RealisedEffects.Total.Value is not null ? position.RealisedEffects.Total
                    : NoRate(position, currency))),
            RealisedEffects = ledger.Positions.Values.Aggregate(effects, (sum, position) => sum + position.RealisedEffects),
            UnrealisedEffects = holdings.Aggregate(effects, (sum, holding) => sum + holding.UnrealisedEffects),
            CashCurrencyGain = reported + cash - ledger.Totals.CashCost,
        };
    }

    private static Figure NoRate(Position position, string currency) =>
        Figure.Unavailable($"{position.Symbol} is held in {position.Currency}, and there is no exchange rate to {currency}.");
}
