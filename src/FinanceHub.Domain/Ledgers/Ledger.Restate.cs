using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>A ledger in the middle of its time, for what happened since.</summary>
public sealed partial class Ledger
{
    /// <summary>Begins anew at the end of a day: what is held counts as bought then, and all sums start at 0.</summary>
    /// <returns>The value at that moment in the reporting currency; unavailable if something is held that has no price or no rate.</returns>
    internal Figure Restate(MarketData market, DateOnly day)
    {
        var value = Figure.Of(0);
        foreach (var position in _positions.Values)
        {
            var price = position.Quantity == 0 ? Figure.Of(0) : market.UnitPrice(position.Symbol, day, position.Splits, position.Currency);
            var rate = position.Quantity == 0 ? Figure.Of(1) : RateOn(position.Currency, day);
            position.Restate(price.Value ?? 0, rate);
            value += price.Value is null ? price : position.ReportingCost;
        }

        var cash = Figure.Sum(_cash.Where(pair => pair.Value.Balance != 0).Select(pair => Reporting(pair.Value.Balance, RateOn(pair.Key, day))));
        Totals = new ReportingTotals { CashCost = cash };
        UnvaluedTransfer = null;
        return value + cash;
    }
}
