using FinanceHub.Domain.Activities;

namespace FinanceHub.Domain.Ledgers;

/// <summary>What is held of one instrument, lot by lot, oldest first. By average cost there is a single lot, as old as its oldest unit.</summary>
public sealed class Position
{
    /// <summary>The most units a position can have.</summary>
    public const decimal LargestQuantity = 1_000_000_000_000_000m;

    private readonly List<Lot> _lots = [];
    private readonly List<Split> _splits = [];
    private readonly CostMethod _method;
    private int _first;

    internal Position(string symbol, string currency, CostMethod method) => (Symbol, Currency, _method) = (symbol, currency, method);

    /// <summary>The instrument.</summary>
    public string Symbol { get; }

    /// <summary>The currency in which it is traded here.</summary>
    public string Currency { get; }

    /// <summary>Units held, in today's units.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>What the units held cost, fees included.</summary>
    public decimal CostBasis { get; private set; }

    /// <summary>Proceeds less sell fees less cost basis, of everything sold so far.</summary>
    public decimal RealisedGain { get; private set; }

    /// <summary>The lots held, oldest first.</summary>
    public IEnumerable<Lot> Lots => _lots.Skip(_first);

    /// <summary>Restates a raw price of a past day in the units of today: divides it by the splits since.</summary>
    internal decimal InTodaysUnits(decimal rawPrice, DateOnly date)
    {
        foreach (var split in _splits.Where(split => split.Date > date))
            rawPrice = rawPrice * split.Denominator / split.Numerator;
        return rawPrice;
    }

    internal LedgerFault? Buy(Activity buy)
    {
        var quantity = buy.Quantity!.Value;
        if (Quantity + quantity > LargestQuantity)
            return new PositionTooLarge(buy);

        var cost = Precision.Round((quantity * buy.UnitPrice!.Value) + buy.Fee);
        Add(new Lot(buy.Date, quantity, cost));
        Quantity += quantity;
        CostBasis += cost;
        return null;
    }

    internal LedgerFault? Sell(Activity sell)
    {
        var quantity = sell.Quantity!.Value;
        if (quantity > Quantity)
            return new Oversell(sell, Quantity);

        var basis = Consume(quantity);
        Quantity -= quantity;
        CostBasis -= basis;
        RealisedGain += (quantity * sell.UnitPrice!.Value) - sell.Fee - basis;
        return null;
    }

    internal LedgerFault? Apply(Activity activity, int numerator, int denominator)
    {
        // Multiplied first and divided once: the order in which the least is lost.
        if (Quantity * numerator / denominator > LargestQuantity)
            return new PositionTooLarge(activity);

        _lots.RemoveRange(0, _first);
        _first = 0;
        for (var i = 0; i < _lots.Count; i++)
            _lots[i] = _lots[i] with { Quantity = Precision.Round(_lots[i].Quantity * numerator / denominator) };
        Quantity = _lots.Sum(lot => lot.Quantity);
        _splits.Add(new Split(activity.Date, numerator, denominator));
        return null;
    }

    private void Add(Lot lot)
    {
        if (_method == CostMethod.Average && _first < _lots.Count)
            _lots[_first] = _lots[_first] with { Quantity = _lots[_first].Quantity + lot.Quantity, CostBasis = _lots[_first].CostBasis + lot.CostBasis };
        else
            _lots.Add(lot);
    }

    private decimal Consume(decimal quantity)
    {
        var basis = 0m;
        while (quantity > 0)
        {
            var lot = _lots[_first];
            if (quantity >= lot.Quantity)
            {
                basis += lot.CostBasis;
                quantity -= lot.Quantity;
                _first++;
                continue;
            }

            // What is left keeps the difference, so that the last unit carries the residue of every rounding.
            var part = Share(lot.CostBasis, quantity, lot.Quantity);
            basis += part;
            _lots[_first] = lot with { Quantity = lot.Quantity - quantity, CostBasis = lot.CostBasis - part };
            quantity = 0;
        }

        return basis;
    }

    // Multiplied first and divided once, unless the product is beyond decimal.
    private static decimal Share(decimal total, decimal part, decimal whole) => Precision.Round(part <= 1 || total <= decimal.MaxValue / part
        ? total * part / whole
        : total / whole * part);

    private sealed record Split(DateOnly Date, int Numerator, int Denominator);
}
