using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>Activities that move cash and no units.</summary>
public sealed partial class Ledger
{
    private LedgerFault? Book(Activity activity)
    {
        if (Exchanges.GivenFor(activity) is { } given)
        {
            Exchange(activity, given);
            return null;
        }

        var (cash, amount, rate) = (CashIn(activity.Currency), activity.Amount!.Value, RateOn(activity.Currency, activity.Date));
        var reporting = Reporting(amount, rate);
        cash.Taxes += activity.Tax;
        if (activity.Tax != 0)
            Totals.Taxes += Reporting(activity.Tax, rate);
        switch (activity.Type)
        {
            case ActivityType.Deposit:
                Contribute(cash, amount, reporting);
                break;
            case ActivityType.Withdrawal:
                Contribute(cash, -amount, Reporting(-amount, rate));
                amount = -amount;
                break;
            case ActivityType.Dividend:
                cash.DividendsGross += amount;
                cash.DividendTaxes += activity.Tax;
                Totals.DividendsGross += reporting;
                _dividends.Add(new DividendPayment(activity.Date, activity.Symbol!, activity.Currency, amount, activity.Tax));
                break;
            case ActivityType.Interest:
                cash.InterestGross += amount;
                Totals.InterestGross += reporting;
                break;
            case ActivityType.Fee:
                cash.Fees += amount;
                Totals.Fees += reporting;
                amount = -amount;
                break;
            case ActivityType.Tax:
                cash.Taxes += amount;
                Totals.Taxes += reporting;
                amount = -amount;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(activity), activity.Type, "Not a cash activity.");
        }

        Pay(activity.Account, activity.Currency, amount - activity.Tax, rate);
        return null;
    }

    // What is received takes over the cost of what was given for it: what the rate of the exchange made of that, and what rates make of it later,
    // is an effect of rates.
    private void Exchange(Activity side, Activity given)
    {
        var sign = side.Type == ActivityType.Deposit ? 1 : -1;
        CashIn(side.Currency).Exchanged += sign * side.Amount!.Value;
        Carry(side.Account, side.Currency, sign * side.Amount.Value, Reporting(sign * given.Amount!.Value, RateOn(given.Currency, given.Date)));
    }

    private LedgerFault? TransferCash(Activity transfer)
    {
        var (amount, rate) = (transfer.Amount!.Value, RateOn(transfer.Currency, transfer.Date));
        var cash = CashIn(transfer.Currency);
        if (transfer.ToAccount is { } target)
        {
            Pay(transfer.Account, transfer.Currency, -amount, rate);
            Pay(target, transfer.Currency, amount, rate);
            return null;
        }

        Contribute(cash, amount, Reporting(amount, rate));
        Pay(transfer.Account, transfer.Currency, amount, rate);
        return null;
    }

    private void Contribute(CashAccount cash, decimal amount, Figure reporting)
    {
        cash.Contributions += amount;
        Totals.Contributions += reporting;
    }

    private void Pay(string? account, string currency, decimal amount, Figure rate) => Carry(account, currency, amount, Reporting(amount, rate));

    private void Carry(string? account, string currency, decimal amount, Figure cost)
    {
        var key = new AccountCurrency(account ?? AccountName.Unnamed, currency);
        _balances[key] = _balances.GetValueOrDefault(key) + amount;
        Totals.CashCost += cost;
    }

    private static Figure Reporting(decimal amount, Figure rate) => Precision.Round(Figure.Of(amount) * rate);
}
