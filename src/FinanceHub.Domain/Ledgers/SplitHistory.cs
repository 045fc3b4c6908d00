using System.Globalization;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>The splits of one instrument, known in advance of the day that is looked at: an adjusted price has even the later ones in it.</summary>
internal sealed class SplitHistory
{
    public static readonly SplitHistory None = new();

    private readonly List<(DateOnly Date, long Sequence, int Numerator, int Denominator)> _splits = [];

    /// <summary>The splits of all instruments, by symbol.</summary>
    public static Dictionary<string, SplitHistory> Of(IEnumerable<Activity> inOrder)
    {
        var all = new Dictionary<string, SplitHistory>(StringComparer.Ordinal);
        foreach (var split in inOrder)
        {
            if (split.Type != ActivityType.Split)
                continue;
            if (!all.TryGetValue(split.Symbol!, out var history))
                all.Add(split.Symbol!, history = new SplitHistory());
            history._splits.Add((split.Date, split.Sequence, split.Numerator!.Value, split.Denominator!.Value));
        }

        return all;
    }

    /// <summary>The price of one unit as units were counted at the end of <paramref name="day"/>.</summary>
    /// <remarks>
    /// A raw price is of its own day's units: every split since divides it. An adjusted one is of the units of today, after all
    /// splits: what splits after the day made of one unit multiplies it. Raw × raw or adjusted × adjusted, never mixed.
    /// </remarks>
    public Figure UnitPrice(PriceQuote quote, DateOnly day)
    {
        if (_splits.Count == 0)
            return Figure.Of(quote.Price);
        try
        {
            var adjusted = quote.Basis == PriceBasis.SplitAdjusted;
            var (numerator, denominator) = adjusted ? Between(day, DateOnly.MaxValue) : Between(quote.Date, day);
            return Figure.Of(adjusted ? quote.Price * numerator / denominator : quote.Price * denominator / numerator);
        }
        catch (OverflowException)
        {
            return Figure.Unavailable(string.Create(CultureInfo.InvariantCulture, $"The splits of {quote.Symbol} since {quote.Date:yyyy-MM-dd} make its price too large to be a number."));
        }
    }

    /// <summary>How many units at the end of its day those of an activity are: a split may follow on the same day.</summary>
    public Figure AtEndOfDay(Activity activity)
    {
        var units = Figure.Of(activity.Quantity!.Value);
        foreach (var split in _splits)
        {
            if (split.Date == activity.Date && split.Sequence > activity.Sequence)
                units = units * Figure.Of(split.Numerator) / Figure.Of(split.Denominator);
        }

        return units;
    }

    /// <summary>How many units of today, after all splits, those of an activity are.</summary>
    public Figure Today(Activity activity)
    {
        var units = Figure.Of(activity.Quantity!.Value);
        foreach (var split in _splits)
        {
            if (split.Date > activity.Date || (split.Date == activity.Date && split.Sequence > activity.Sequence))
                units = units * Figure.Of(split.Numerator) / Figure.Of(split.Denominator);
        }

        return units;
    }

    // The product of each side on its own, so that a price is multiplied once and divided once.
    private (decimal Numerator, decimal Denominator) Between(DateOnly after, DateOnly through)
    {
        var (numerator, denominator) = (1m, 1m);
        foreach (var split in _splits)
        {
            if (split.Date > after && split.Date <= through)
                (numerator, denominator) = (numerator * split.Numerator, denominator * split.Denominator);
        }

        return (numerator, denominator);
    }
}
