using FinanceHub.Domain.Activities;

namespace FinanceHub.Domain.Ledgers;

/// <summary>The activities of a portfolio, accounted for.</summary>
public sealed class Ledger
{
    private readonly SortedDictionary<string, Position> _positions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CashAccount> _cash = new(StringComparer.Ordinal);

    private readonly CostMethod _method;

    private Ledger(CostMethod method) => _method = method;

    /// <summary>Every instrument that was ever traded, by symbol; also those of which nothing is left.</summary>
    public IReadOnlyDictionary<string, Position> Positions => _positions;

    /// <summary>The cash by currency.</summary>
    public IReadOnlyDictionary<string, CashAccount> Cash => _cash;

    /// <summary>Accounts for all activities in the order of their dates and, within a day, of their sequence.</summary>
    /// <param name="activities">In any order; each without a fault by <see cref="ActivityRules"/>.</param>
    /// <param name="fault">The first activity that cannot stand; null if all can.</param>
    /// <param name="method">Which units are sold.</param>
    /// <returns>The ledger; null if there is a fault.</returns>
    public static Ledger? Replay(IEnumerable<Activity> activities, out LedgerFault? fault, CostMethod method = CostMethod.Fifo)
    {
        var ledger = new Ledger(method);
        foreach (var activity in activities.OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence))
        {
            fault = ledger.Apply(activity);
            if (fault is not null)
                return null;
        }

        fault = null;
        return ledger;
    }

    private LedgerFault? Apply(Activity activity) => activity.Type switch
    {
        ActivityType.Buy or ActivityType.Sell => Trade(activity),
        ActivityType.Split => Split(activity),
        _ => Book(activity, CashIn(activity.Currency)),
    };

    private LedgerFault? Trade(Activity trade)
    {
        if (!_positions.TryGetValue(trade.Symbol!, out var position))
            _positions.Add(trade.Symbol!, position = new Position(trade.Symbol!, trade.Currency, _method));
        if (position.Currency != trade.Currency)
            return new CurrencyMismatch(trade, position.Currency);

        var amount = trade.Quantity!.Value * trade.UnitPrice!.Value;
        var buys = trade.Type == ActivityType.Buy;
        var fault = buys ? position.Buy(trade) : position.Sell(trade);
        if (fault is null)
            CashIn(trade.Currency).Trades += (buys ? -amount : amount) - trade.Fee;
        return fault;
    }

    // A split of what was never held changes nothing, and may well be entered before the purchases are.
    private LedgerFault? Split(Activity split) => _positions.TryGetValue(split.Symbol!, out var position)
        ? position.Apply(split, split.Numerator!.Value, split.Denominator!.Value)
        : null;

    private static LedgerFault? Book(Activity activity, CashAccount cash)
    {
        var amount = activity.Amount!.Value;
        cash.Taxes += activity.Tax;
        switch (activity.Type)
        {
            case ActivityType.Deposit:
                cash.Contributions += amount;
                break;
            case ActivityType.Withdrawal:
                cash.Contributions -= amount;
                break;
            case ActivityType.Dividend:
                cash.DividendsGross += amount;
                break;
            case ActivityType.Interest:
                cash.InterestGross += amount;
                break;
            case ActivityType.Fee:
                cash.Fees += amount;
                break;
            case ActivityType.Tax:
                cash.Taxes += amount;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(activity), activity.Type, "Not a cash activity.");
        }

        return null;
    }

    private CashAccount CashIn(string currency)
    {
        if (!_cash.TryGetValue(currency, out var account))
            _cash.Add(currency, account = new CashAccount());
        return account;
    }
}
