using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>What is held of one instrument, by account and lot.</summary>
public sealed class Position
{
    /// <summary>The most units a position can have.</summary>
    public const decimal LargestQuantity = 1_000_000_000_000_000m;

    private readonly SortedDictionary<string, LotBook> _books = new(StringComparer.Ordinal);
    private readonly SplitHistory _splits;
    private readonly ReplayOptions _options;

    internal Position(string symbol, string currency, ReplayOptions options, SplitHistory splits) =>
        (Symbol, Currency, _options, _splits) = (symbol, currency, options, splits);

    /// <summary>The instrument.</summary>
    public string Symbol { get; }

    /// <summary>The currency in which it is traded here.</summary>
    public string Currency { get; }

    /// <summary>Units held, in today's units.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>What the units held cost, fees included.</summary>
    public decimal CostBasis { get; private set; }

    /// <summary>The cost basis in the ledger's reporting currency, at the rates of the trade dates.</summary>
    public Figure ReportingCost => Figure.Sum(_books.Values.SelectMany(book => book.Lots).Select(lot => lot.ReportingCost));

    /// <summary>Proceeds less sell fees less cost basis, of everything sold so far.</summary>
    public decimal RealisedGain { get; private set; }

    /// <summary>The realised gains in the reporting currency, price and currency told apart: each at the rate of its day.</summary>
    public Gain RealisedEffects { get; private set; } = Gain.None;

    /// <summary>What units transferred in had cost less what units transferred out had; either sign.</summary>
    public decimal TransferredBasis { get; private set; }

    /// <summary>The lots held, oldest first.</summary>
    public IEnumerable<Lot> Lots => _books.Count == 1
        ? _books.Values.First().Lots
        : _books.Values.SelectMany(book => book.Lots).OrderBy(lot => lot.Acquired);

    /// <summary>Units held by account; none of accounts where nothing is left.</summary>
    public IEnumerable<KeyValuePair<string, decimal>> Accounts => _books.Values
        .Where(book => book.Quantity > 0)
        .Select(book => KeyValuePair.Create(book.Account, book.Quantity));

    internal SplitHistory Splits => _splits;

    internal Figure TransferredReporting { get; private set; } = Figure.Of(0);

    /// <summary>The price of one unit in the units of the day through which the ledger counts.</summary>
    public Figure UnitPrice(PriceQuote quote) => _splits.UnitPrice(quote, _options.Through);

    internal LedgerFault? Buy(Activity buy, decimal cost, Figure rate) => Acquire(buy, cost, Precision.Round(Figure.Of(cost) * rate));

    internal LedgerFault? Sell(Activity sell, decimal proceeds, Figure rate)
    {
        if (Remove(sell, sell.Quantity!.Value, out var cost) is { } fault)
            return fault;
        Realise(proceeds, cost, rate);
        return null;
    }

    internal LedgerFault? TransferIn(Activity transfer, decimal cost, Figure rate)
    {
        var reporting = Precision.Round(Figure.Of(cost) * rate);
        TransferredBasis += cost;
        TransferredReporting += reporting;
        return Acquire(transfer, cost, reporting);
    }

    /// <summary>Gives units away.</summary>
    /// <param name="transfer">The transfer.</param>
    /// <param name="value">What they count for where their gain is taken as realised; null if they leave at their cost.</param>
    /// <param name="rate">To the reporting currency.</param>
    internal LedgerFault? TransferOut(Activity transfer, decimal? value, Figure rate)
    {
        if (Remove(transfer, -transfer.Quantity!.Value, out var cost) is { } fault)
            return fault;
        if (value is { } proceeds)
            Realise(proceeds, cost, rate);
        TransferredBasis -= value ?? cost.Basis;
        TransferredReporting -= value is { } market ? Precision.Round(Figure.Of(market) * rate) : cost.Reporting;
        return null;
    }

    internal LedgerFault? Move(Activity transfer)
    {
        var (from, quantity) = (Book(transfer.Account), transfer.Quantity!.Value);
        if (quantity > from.Quantity)
            return new Oversell(transfer, from.Quantity);
        var moved = new List<Lot>();
        from.Take(quantity, moved);
        foreach (var lot in moved)
            Book(transfer.ToAccount).Add(lot);
        return null;
    }

    internal LedgerFault? Split(Activity split)
    {
        var (numerator, denominator) = (split.Numerator!.Value, split.Denominator!.Value);
        // Multiplied first and divided once: the order in which the least is lost.
        if (Quantity * numerator / denominator > LargestQuantity)
            return new PositionTooLarge(split);

        foreach (var book in _books.Values)
        {
            var lost = book.Split(numerator, denominator);
            CostBasis -= lost.Basis;
            Realise(0, lost, Figure.Of(0));
        }

        Quantity = _books.Values.Sum(book => book.Quantity);
        return null;
    }

    internal void ReturnCapital(Activity payment, Figure rate)
    {
        var amount = Precision.Round(payment.Amount!.Value);
        var reduced = Book(payment.Account).Reduce(amount);
        CostBasis -= reduced.Basis;
        Realise(amount, reduced, rate);
    }

    /// <summary>Begins anew: what is held counts as bought now at one price, and nothing as gained yet.</summary>
    internal void Restate(decimal unitPrice, Figure rate)
    {
        foreach (var book in _books.Values)
            book.Restate(unitPrice, rate);
        CostBasis = _books.Values.SelectMany(book => book.Lots).Sum(lot => lot.CostBasis);
        (RealisedGain, RealisedEffects, TransferredBasis, TransferredReporting) = (0, Gain.None, 0, Figure.Of(0));
    }

    private PositionTooLarge? Acquire(Activity activity, decimal cost, Figure reporting)
    {
        var quantity = activity.Quantity!.Value;
        if (Quantity + quantity > LargestQuantity)
            return new PositionTooLarge(activity);

        Book(activity.Account).Add(new Lot(activity.Date, quantity, cost) { ReportingCost = reporting });
        Quantity += quantity;
        CostBasis += cost;
        return null;
    }

    private Oversell? Remove(Activity activity, decimal quantity, out Cost cost)
    {
        var book = Book(activity.Account);
        cost = Cost.None;
        if (quantity > book.Quantity)
            return new Oversell(activity, book.Quantity);
        cost = book.Take(quantity);
        Quantity -= quantity;
        CostBasis -= cost.Basis;
        return null;
    }

    private void Realise(decimal proceeds, Cost cost, Figure rate)
    {
        RealisedGain += proceeds - cost.Basis;
        RealisedEffects += Gain.Of(proceeds, cost, rate);
    }

    private LotBook Book(string? account)
    {
        var name = account ?? AccountName.Unnamed;
        if (!_books.TryGetValue(name, out var book))
            _books.Add(name, book = new LotBook(name, _options.Method));
        return book;
    }
}
