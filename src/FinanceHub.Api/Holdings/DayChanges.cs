using FinanceHub.Data.Prices;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

/// <summary>What the last day with prices made of a portfolio, in its currency.</summary>
internal sealed class DayChanges
{
    private readonly Dictionary<string, HoldingDay> _holdings = new(StringComparer.Ordinal);

    /// <param name="snapshot">The portfolio at the latest prices.</param>
    /// <param name="activities">Those of the portfolio, by date.</param>
    /// <param name="day">The day: <see cref="LastDay"/>.</param>
    public DayChanges(PortfolioSnapshot snapshot, IReadOnlyList<Activity> activities, DateOnly day)
    {
        Day = day;
        var (change, invested) = (Figure.Of(0), Figure.Of(0));
        var first = snapshot.Quotes.Values.Select(one => one.Latest?.Date).OfType<DateOnly>().Append(day).Min();
        var trades = Since(activities, first).ToLookup(activity => activity.Symbol, StringComparer.Ordinal);
        foreach (var position in snapshot.Ledger.Positions.Values)
        {
            if (position.Quantity == 0 && !trades[position.Symbol].Any(trade => trade.Date >= day))
                continue;
            var (latest, holding) = HoldingDay.Of(snapshot, position, trades[position.Symbol], day);
            _holdings.Add(position.Symbol, holding);
            // What has no price of that day yet has not changed on it, as far as is known.
            var isOfDay = latest.PriceDate is null || latest.PriceDate == day;
            (change, invested) = isOfDay ? (change + holding.Change, invested + holding.Invested) : (change, invested + latest.ReportingValue);
        }

        (Total, Share) = (change, change / invested);
    }

    /// <summary>The day that <see cref="Total"/> is about.</summary>
    public DateOnly Day { get; }

    /// <summary>What the securities gained on the day.</summary>
    public Figure Total { get; }

    /// <summary>Of what they were worth before, and what was bought for on the day.</summary>
    public Figure Share { get; }

    /// <summary>What the day of its latest price made of something held.</summary>
    public HoldingDay Of(string symbol) => _holdings[symbol];

    /// <summary>The day of the latest price; on a Sunday that is mostly the Friday before. Where there is no price at all it is today.</summary>
    public static DateOnly LastDay(IEnumerable<InstrumentQuotes> quotes, DateOnly today) =>
        quotes.Select(one => one.Latest?.Date).Max() ?? today;

    /// <summary>What was traded since a day, that day included.</summary>
    public static IEnumerable<Activity> Since(IReadOnlyList<Activity> activities, DateOnly day)
    {
        // From the end: of years of activities the last few count.
        for (var i = activities.Count - 1; i >= 0 && activities[i].Date >= day; i--)
        {
            if (activities[i].Symbol is not null)
                yield return activities[i];
        }
    }
}

/// <summary>What the day of its latest price made of a holding.</summary>
/// <param name="PreviousClose">The price before, in today's units and at today's rate, in the currency of the position.</param>
/// <param name="Change">In the portfolio's currency, at today's rate.</param>
/// <param name="Invested">What could gain, the same.</param>
internal sealed record HoldingDay(Figure PreviousClose, Figure Change, Figure Invested)
{
    /// <param name="snapshot">The portfolio.</param>
    /// <param name="position">The holding.</param>
    /// <param name="trades">Its activities since the day of its latest price.</param>
    /// <param name="last">No later price counts: what was sold may have one. If there is none at all, this is the day.</param>
    /// <returns>Its value at the latest price that counts, and what the day of that made of it.</returns>
    public static (HoldingValuation Latest, HoldingDay Day) Of(PortfolioSnapshot snapshot, Position position, IEnumerable<Activity> trades, DateOnly last)
    {
        var latest = snapshot.ValueAt(position, close => close.Date <= last);
        var day = latest.PriceDate ?? last;
        var before = snapshot.ValueAt(position, close => close.Date < day).Price;
        var gain = DayGain.Of(position, trades, day, latest.Price, before);
        var rate = snapshot.Rates.Rate(position.Currency, snapshot.Valuation.Currency, snapshot.Day);
        return (latest, new HoldingDay(before, gain.Change * rate, gain.Invested * rate));
    }
}
