using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>Values a ledger day after day, walking along the prices instead of searching them, and over what is held only.</summary>
internal sealed class DailyValuer(Ledger ledger, MarketData market, string currency)
{
    private readonly Dictionary<string, Held> _known = new(StringComparer.Ordinal);
    private readonly List<Held> _held = [];
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Takes note of an activity that the ledger has just accounted for.</summary>
    public void Touch(Activity activity)
    {
        if (activity.Symbol is not { } symbol || ledger.Find(symbol) is not { Quantity: > 0 } position)
            return;
        if (!_known.TryGetValue(symbol, out var held))
        {
            var series = market.Prices.GetValueOrDefault(symbol);
            _known.Add(symbol, held = new Held(position, series, series is null ? null : BucketOf(series.Currency)));
        }

        if (!held.Listed)
            _held.Add(held);
        held.Listed = true;
    }

    /// <summary>What an activity brings from outside (above 0) or takes out (below 0), in the currency of the values.</summary>
    public Figure ExternalFlow(Activity activity) => activity switch
    {
        { Exchange: not null } when ledger.Exchanges.GivenFor(activity) is not null => Figure.Of(0),
        { Type: ActivityType.Deposit } => Money(activity, activity.Amount!.Value),
        { Type: ActivityType.Withdrawal } => Money(activity, -activity.Amount!.Value),
        { Type: ActivityType.Transfer, ToAccount: null, Symbol: null } => Money(activity, activity.Amount!.Value),
        { Type: ActivityType.Transfer, ToAccount: null, Symbol: { } symbol } => market.ValueOf(activity, ledger.SplitsOf(symbol), currency),
        _ => Figure.Of(0),
    };

    /// <summary>Securities and cash at the end of a day; unavailable if something is held that has no price or no rate.</summary>
    /// <param name="day">Not before the day of the last call.</param>
    public Figure ValueOn(DateOnly day)
    {
        foreach (var bucket in _buckets.Values)
            bucket.Sum = 0;
        try
        {
            for (var i = _held.Count - 1; i >= 0; i--)
            {
                if (_held[i].Position.Quantity == 0)
                    Unlist(i);
                else if (_held[i].Add(day) is { Value: null } missing)
                    return missing;
            }

            foreach (var (code, cash) in ledger.Cash)
                BucketOf(code).Sum += cash.Balance;
            return Total(day);
        }
        catch (OverflowException)
        {
            return Figure.Unavailable("The value is too large to be a number.");
        }
    }

    private Figure Total(DateOnly day)
    {
        var total = Figure.Of(0);
        foreach (var bucket in _buckets.Values)
        {
            if (bucket.Sum != 0)
                total += Figure.Of(bucket.Sum) * ledger.RateOn(bucket.Currency, day);
        }

        return total;
    }

    private Figure Money(Activity activity, decimal amount) => Figure.Of(amount) * ledger.RateOn(activity.Currency, activity.Date);

    private void Unlist(int index)
    {
        _held[index].Listed = false;
        _held[index] = _held[^1];
        _held.RemoveAt(_held.Count - 1);
    }

    private Bucket BucketOf(string code)
    {
        if (!_buckets.TryGetValue(code, out var bucket))
            _buckets.Add(code, bucket = new Bucket(code));
        return bucket;
    }

    private sealed class Bucket(string currency)
    {
        public string Currency => currency;

        public decimal Sum { get; set; }
    }

    private sealed class Held(Position position, PriceSeries? series, Bucket? bucket)
    {
        private static readonly Figure Added = Figure.Of(0);
        private readonly Figure _missing = Figure.Unavailable($"There is no price for {position.Symbol}.");
        private int _index = -1;

        public Position Position => position;

        public bool Listed { get; set; }

        public Figure Add(DateOnly day)
        {
            if (series is null || (_index = series.Values.Advance(_index, day)) < 0)
                return _missing;
            var price = position.Splits.UnitPrice(new PriceQuote(position.Symbol, series.Values.Day(_index), series.Values.Value(_index), series.Currency, series.Basis), day);
            if (price.Value is not { } known)
                return price;
            bucket!.Sum += position.Quantity * known;
            return Added;
        }
    }
}
