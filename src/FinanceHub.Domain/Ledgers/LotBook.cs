using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>The lots of one instrument in one account, oldest first. With average cost there is at most one.</summary>
internal sealed class LotBook(string account, CostMethod method)
{
    private readonly List<Lot> _lots = [];
    private int _first;

    public string Account => account;

    public decimal Quantity { get; private set; }

    public IEnumerable<Lot> Lots => _lots.Skip(_first);

    public void Add(Lot lot)
    {
        Quantity += lot.Quantity;
        if (method == CostMethod.Average && _first < _lots.Count)
        {
            _lots[_first] = _lots[_first].Plus(lot);
            return;
        }

        // Lots that come from another account keep their age; everything else is the newest.
        var at = _lots.Count;
        while (at > _first && _lots[at - 1].Acquired > lot.Acquired)
            at--;
        _lots.Insert(at, lot with { Account = account });
    }

    /// <summary>Takes the oldest units.</summary>
    /// <param name="quantity">Not above <see cref="Quantity"/>.</param>
    /// <param name="taken">Receives what was taken, lot by lot.</param>
    /// <returns>What they cost.</returns>
    public Cost Take(decimal quantity, List<Lot>? taken = null)
    {
        Quantity -= quantity;
        var cost = Cost.None;
        while (quantity > 0)
        {
            var lot = _lots[_first];
            var part = lot;
            if (quantity >= lot.Quantity)
            {
                _first++;
            }
            else
            {
                part = Part(lot, quantity);
                _lots[_first] = Rest(lot, part);
            }

            quantity -= part.Quantity;
            cost = cost.Plus(new Cost(part.CostBasis, part.ReportingCost));
            taken?.Add(part);
        }

        Forget();
        return cost;
    }

    /// <summary>Makes numerator/denominator units of each.</summary>
    /// <returns>What units cost of which nothing countable is left; nothing but in histories made up for it.</returns>
    public Cost Split(int numerator, int denominator)
    {
        // Rounded are the running totals, not the lots: three lots of 10 by 1:3 are 10 units, not 9.999999999999.
        var (before, after, lost) = (0m, 0m, Cost.None);
        var kept = new List<Lot>(_lots.Count - _first);
        foreach (var lot in Lots)
        {
            before += lot.Quantity;
            var through = Precision.Round(before * numerator / denominator);
            lost = lost.Plus(new Cost(lot.CostBasis, lot.ReportingCost));
            if (through > after)
            {
                kept.Add(lot with { Quantity = through - after, CostBasis = lost.Basis, ReportingCost = lost.Reporting });
                lost = Cost.None;
            }

            after = through;
        }

        Replace(kept);
        Quantity = after;
        if (kept.Count == 0 || lost == Cost.None)
            return lost;
        _lots[^1] = _lots[^1] with { CostBasis = _lots[^1].CostBasis + lost.Basis, ReportingCost = _lots[^1].ReportingCost + lost.Reporting };
        return Cost.None;
    }

    /// <summary>Reduces what the units cost by an amount, the same for each unit and no lot below 0.</summary>
    /// <returns>By how much it was reduced.</returns>
    public Cost Reduce(decimal amount)
    {
        var (units, spent, reduced) = (0m, 0m, Cost.None);
        for (var i = _first; i < _lots.Count; i++)
        {
            var lot = _lots[i];
            units += lot.Quantity;
            var through = Precision.Share(amount, units, Quantity);
            var basis = Math.Min(through - spent, lot.CostBasis);
            spent = through;
            if (basis == 0)
                continue;
            var reporting = lot.ReportingCost.Map(cost => Precision.Share(cost, basis, lot.CostBasis));
            _lots[i] = lot with { CostBasis = lot.CostBasis - basis, ReportingCost = lot.ReportingCost - reporting };
            reduced = reduced.Plus(new Cost(basis, reporting));
        }

        return reduced;
    }

    /// <summary>Restates what each lot cost, as if it had been bought at one price.</summary>
    public void Restate(decimal unitPrice, Figure rate) => Replace([.. Lots.Select(lot =>
    {
        var cost = Precision.Round(lot.Quantity * unitPrice);
        return lot with { CostBasis = cost, ReportingCost = Precision.Round(Figure.Of(cost) * rate) };
    })]);

    private static Lot Part(Lot lot, decimal quantity) => lot with
    {
        Quantity = quantity,
        CostBasis = Precision.Share(lot.CostBasis, quantity, lot.Quantity),
        ReportingCost = lot.ReportingCost.Map(cost => Precision.Share(cost, quantity, lot.Quantity)),
    };

    // What is left keeps the difference, so that the last unit carries the residue of every rounding.
    private static Lot Rest(Lot lot, Lot part) => lot with
    {
        Quantity = lot.Quantity - part.Quantity,
        CostBasis = lot.CostBasis - part.CostBasis,
        ReportingCost = lot.ReportingCost - part.ReportingCost,
    };

    private void Replace(IReadOnlyCollection<Lot> lots)
    {
        _lots.Clear();
        _lots.AddRange(lots);
        _first = 0;
    }

    // Now and then, so that it costs nothing on average: 20 years of monthly sales must not keep 20 years of sold lots.
    private void Forget()
    {
        if (_first <= 64 || _first <= _lots.Count / 2)
            return;
        _lots.RemoveRange(0, _first);
        _first = 0;
    }
}
