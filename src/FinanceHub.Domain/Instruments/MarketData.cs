using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Instruments;

/// <summary>What is known of the markets: prices and exchange rates.</summary>
/// <param name="Prices">The series by symbol.</param>
/// <param name="Rates">The exchange rates.</param>
public sealed record MarketData(IReadOnlyDictionary<string, PriceSeries> Prices, IExchangeRates Rates)
{
    /// <summary>The price of one unit, as units were counted on the day, in a currency.</summary>
    internal Figure UnitPrice(string symbol, DateOnly day, SplitHistory splits, string currency) =>
        Prices.GetValueOrDefault(symbol)?.At(day) is { } quote
            ? splits.UnitPrice(quote, day) * Rates.Rate(quote.Currency, currency, day)
            : Figure.Unavailable($"There is no price for {symbol}.");

    /// <summary>What the units of an activity are worth at the end of its day, in a currency; below 0 for units that leave.</summary>
    internal Figure ValueOf(Activity activity, SplitHistory splits, string currency) =>
        splits.AtEndOfDay(activity) * UnitPrice(activity.Symbol!, activity.Date, splits, currency);
}
