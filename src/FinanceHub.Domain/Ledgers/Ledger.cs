using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>The activities of a portfolio, accounted for.</summary>
public sealed partial class Ledger
{
    private readonly ReplayOptions _options;
    private readonly Dictionary<string, SplitHistory> _splits;
    private readonly SortedDictionary<string, Position> _positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> _bySymbol = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CashAccount> _cash = new(StringComparer.Ordinal);
    private readonly Dictionary<AccountCurrency, decimal> _balances = [];
    private readonly List<DividendPayment> _dividends = [];
    private (string Currency, DateOnly Date, Figure Rate) _lastRate = ("", default, default);

    /// <param name="options">How it accounts.</param>
    /// <param name="inOrder">All activities that will be applied: what belongs together, and later splits, are known beforehand.</param>
    internal Ledger(ReplayOptions options, IReadOnlyList<Activity> inOrder) =>
        (_options, _splits, Exchanges) = (options, SplitHistory.Of(inOrder), Exchanges.Of(inOrder));

    /// <summary>The currency of <see cref="Totals"/> and of the effects of prices and rates; null if the replay named none.</summary>
    public string? Currency => _options.Currency;

    /// <summary>Every instrument that was ever traded, by symbol; also those of which nothing is left.</summary>
    public IReadOnlyDictionary<string, Position> Positions => _positions;

    /// <summary>The cash by currency.</summary>
    public IReadOnlyDictionary<string, CashAccount> Cash => _cash;

    /// <summary>The cash by account and currency; the sum over the accounts is the balance of <see cref="Cash"/>.</summary>
    public IReadOnlyDictionary<AccountCurrency, decimal> Balances => _balances;

    /// <summary>Every dividend, in the order of the days.</summary>
    public IReadOnlyList<DividendPayment> Dividends => _dividends;

    /// <summary>What flowed, in the reporting currency.</summary>
    public ReportingTotals Totals { get; private set; } = new();

    /// <summary>Accounts for all activities by FIFO, in the order of their dates and, within a day, of their sequence.</summary>
    /// <param name="activities">In any order; each without a fault by <see cref="ActivityRules"/>.</param>
    /// <param name="fault">The first activity that cannot stand; null if all can.</param>
    /// <returns>The ledger; null if there is a fault.</returns>
    public static Ledger? Replay(IEnumerable<Activity> activities, out LedgerFault? fault) => Replay(activities, new ReplayOptions(), out fault);

    /// <summary>Accounts for all activities in the order of their dates and, within a day, of their sequence.</summary>
    /// <param name="activities">In any order; each without a fault by <see cref="ActivityRules"/>.</param>
    /// <param name="options">How.</param>
    /// <param name="fault">The first activity that cannot stand; null if all can.</param>
    /// <returns>The ledger; null if there is a fault.</returns>
    public static Ledger? Replay(IEnumerable<Activity> activities, ReplayOptions options, out LedgerFault? fault)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(options);
        var sorted = InOrder(activities);
        var ledger = new Ledger(options, sorted);
        foreach (var activity in sorted)
        {
            if (activity.Date > options.Through)
                break;
            fault = ledger.Apply(activity);
            if (fault is not null)
                return null;
        }

        fault = null;
        return ledger;
    }

    /// <summary>The activities by date and sequence. What is stored comes in this order already, and then nothing is sorted.</summary>
    internal static IReadOnlyList<Activity> InOrder(IEnumerable<Activity> activities)
    {
        var list = activities as IReadOnlyList<Activity> ?? [.. activities];
        for (var i = 1; i < list.Count; i++)
        {
            var (one, next) = (list[i - 1], list[i]);
            if (one.Date > next.Date || (one.Date == next.Date && one.Sequence > next.Sequence))
                return [.. list.OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence)];
        }

        return list;
    }

    internal Exchanges Exchanges { get; }

    internal LedgerFault? Apply(Activity activity)
    {
        var major = MinorUnit.InMajor(activity);
        return major.Type switch
        {
            ActivityType.Buy or ActivityType.Sell => Trade(major),
            ActivityType.Split => Split(major),
            ActivityType.Transfer => major.Symbol is null ? TransferCash(major) : TransferUnits(major),
            ActivityType.ReturnOfCapital => ReturnCapital(major),
            _ => Book(major),
        };
    }

    internal Position? Find(string symbol) => _bySymbol.GetValueOrDefault(symbol);

    internal SplitHistory SplitsOf(string symbol) => _splits.GetValueOrDefault(symbol) ?? SplitHistory.None;

    /// <summary>From a currency to the reporting currency.</summary>
    internal Figure RateOn(string currency, DateOnly date)
    {
        // Activities of one day and currency come in rows.
        if (_lastRate.Date != date || _lastRate.Currency != currency)
            _lastRate = (currency, date, _options.Currency is { } reporting ? _options.Rates.Rate(currency, reporting, date) : Lot.NotReported);
        return _lastRate.Rate;
    }

    // A split of what was never held changes nothing, and may well be entered before the purchases are.
    private LedgerFault? Split(Activity split) => _bySymbol.TryGetValue(split.Symbol!, out var position) ? position.Split(split) : null;

    private CurrencyMismatch? PositionOf(Activity activity, out Position position)
    {
        if (!_bySymbol.TryGetValue(activity.Symbol!, out position!))
        {
            position = new Position(activity.Symbol!, activity.Currency, _options, SplitsOf(activity.Symbol!));
            _bySymbol.Add(position.Symbol, position);
            _positions.Add(position.Symbol, position);
        }

        return position.Currency == activity.Currency ? null : new CurrencyMismatch(activity, position.Currency);
    }

    private CashAccount CashIn(string currency)
    {
        if (!_cash.TryGetValue(currency, out var account))
            _cash.Add(currency, account = new CashAccount());
        return account;
    }
}
