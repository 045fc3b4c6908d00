using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>Activities that move units or change what they cost.</summary>
public sealed partial class Ledger
{
    /// <summary>Why units that crossed the border could not be valued where they should have been; null if all could.</summary>
    internal string? UnvaluedTransfer { get; private set; }

    private LedgerFault? Trade(Activity trade)
    {
        if (PositionOf(trade, out var position) is { } mismatch)
            return mismatch;
        var foreign = trade.FeeCurrency is { } other && other != trade.Currency && trade.Fee != 0 ? other : null;
        var fee = foreign is null ? Figure.Of(trade.Fee) : Figure.Of(trade.Fee) * _options.Rates.Rate(foreign, trade.Currency, trade.Date);
        if (fee.Value is not { } charged)
            return new FeeNotConvertible(trade, fee.Reason!);

        var buys = trade.Type == ActivityType.Buy;
        var gross = trade.Quantity!.Value * trade.UnitPrice!.Value;
        var rate = RateOn(trade.Currency, trade.Date);
        var total = Precision.Round(buys ? gross + charged : gross - charged);
        var fault = buys ? position.Buy(trade, total, rate) : position.Sell(trade, total, rate);
        if (fault is not null)
            return fault;

        var signed = buys ? -total : total;
        CashIn(foreign ?? trade.Currency).TradeFees += trade.Fee;
        if (foreign is null)
        {
            PayTrade(trade, trade.Currency, signed, rate);
            return null;
        }

        PayTrade(trade, trade.Currency, signed + charged, rate);
        PayTrade(trade, foreign, -trade.Fee, RateOn(foreign, trade.Date));
        return null;
    }

    private LedgerFault? TransferUnits(Activity transfer)
    {
        if (PositionOf(transfer, out var position) is { } mismatch)
            return mismatch;
        if (transfer.ToAccount is not null)
            return position.Move(transfer);

        var quantity = transfer.Quantity!.Value;
        var rate = RateOn(transfer.Currency, transfer.Date);
        var value = ValueOf(transfer);
        return quantity > 0
            ? position.TransferIn(transfer, value ?? Precision.Round(quantity * transfer.UnitPrice!.Value), rate)
            : position.TransferOut(transfer, value, rate);
    }

    // What the units are worth on the day, where the options say that this is what counts.
    private decimal? ValueOf(Activity transfer)
    {
        if (_options.TransfersAt is not { } market)
            return null;
        var value = Precision.Round(market.ValueOf(transfer, SplitsOf(transfer.Symbol!), transfer.Currency));
        UnvaluedTransfer ??= value.Reason;
        return value.Map(Math.Abs).Value;
    }

    private CurrencyMismatch? ReturnCapital(Activity payment)
    {
        if (PositionOf(payment, out var position) is { } mismatch)
            return mismatch;
        var rate = RateOn(payment.Currency, payment.Date);
        position.ReturnCapital(payment, rate);
        CashIn(payment.Currency).CapitalReturned += payment.Amount!.Value;
        Pay(payment.Account, payment.Currency, payment.Amount.Value, rate);
        return null;
    }

    private void PayTrade(Activity trade, string currency, decimal amount, Figure rate)
    {
        CashIn(currency).Trades += amount;
        Pay(trade.Account, currency, amount, rate);
    }
}
