using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>What a portfolio was worth on every day since its first activity.</summary>
public sealed class PortfolioHistory
{
    private readonly List<DailyValue> _days = [];

    private PortfolioHistory(Ledger ledger) => Ledger = ledger;

    /// <summary>Every day from the first activity to the last day asked for, without a gap; empty if there is no activity.</summary>
    public IReadOnlyList<DailyValue> Days => _days;

    /// <summary>The ledger at the end of the last day.</summary>
    public Ledger Ledger { get; }

    /// <summary>Computes the history in one pass: time and memory grow with the activities and with the days, not with their product.</summary>
    /// <param name="activities">In any order; each without a fault by <see cref="ActivityRules"/>.</param>
    /// <param name="market">Prices and rates of all the time.</param>
    /// <param name="currency">The currency of the values.</param>
    /// <param name="through">The last day.</param>
    /// <param name="fault">The first activity that cannot stand; null if all can.</param>
    /// <param name="method">Which units a sale takes; the values do not depend on it.</param>
    /// <returns>The history; null if there is a fault.</returns>
    public static PortfolioHistory? Of(
        IEnumerable<Activity> activities, MarketData market, string currency, DateOnly through, out LedgerFault? fault, CostMethod method = CostMethod.Fifo)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(market);
        var sorted = Ledger.InOrder(activities);
        var options = new ReplayOptions { Method = method, Currency = currency, Rates = market.Rates, Through = through };
        var ledger = new Ledger(options, sorted);
        var history = new PortfolioHistory(ledger);
        var valuer = new DailyValuer(ledger, market, currency);
        fault = null;
        if (sorted.Count == 0)
            return history;
        var next = 0;
        for (var day = sorted[0].Date; day <= through; day = day.AddDays(1))
        {
            var (inflow, outflow) = (Figure.Of(0), Figure.Of(0));
            for (; next < sorted.Count && sorted[next].Date == day; next++)
            {
                fault = ledger.Apply(sorted[next]);
                if (fault is not null)
                    return null;
                valuer.Touch(sorted[next]);
                var flow = valuer.ExternalFlow(sorted[next]);
                if (flow.Value is < 0)
                    outflow -= flow;
                else
                    inflow += flow;
            }

            history._days.Add(new DailyValue(day, valuer.ValueOn(day), inflow, outflow));
            if (day == DateOnly.MaxValue)
                break;
        }

        return history;
    }

    /// <summary>How the portfolio did between two days.</summary>
    /// <param name="from">The day whose end is the beginning; where the portfolio did not exist yet, it begins with nothing on the day before its first.</param>
    /// <param name="to">The last day; after <paramref name="from"/>, not after the last day of the history, not before the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such range.</exception>
    public Performance Over(DateOnly from, DateOnly to)
    {
        if (_days.Count == 0 || to > _days[^1].Date || to < _days[0].Date)
            throw new ArgumentOutOfRangeException(nameof(to), to, "Expected a day of the history.");
        if (from >= to)
            throw new ArgumentOutOfRangeException(nameof(from), from, $"Expected a day before {to:yyyy-MM-dd}.");
        var first = _days[0].Date.DayNumber;
        var before = Math.Max(from.DayNumber - first, -1);
        var (start, begin) = before < 0 ? (Figure.Of(0), DateOnly.FromDayNumber(first - 1)) : (_days[before].Value, from);
        return Performance.Of(start, begin, _days.GetRange(before + 1, to.DayNumber - first - before));
    }
}
