using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Performance;

/// <summary>A portfolio day by day, or on days evenly chosen among them.</summary>
internal sealed record SeriesResponse(string Currency, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>The days of a range.</summary>
    /// <param name="currency">The currency of the values.</param>
    /// <param name="days">All days of the portfolio.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="most">How many points at most.</param>
    public static SeriesResponse Of(string currency, IReadOnlyList<DailyValue> days, DateOnly from, DateOnly to, int most)
    {
        var first = Math.Max(0, from.DayNumber - (days.Count > 0 ? days[0].Date.DayNumber : 0));
        var range = days.Skip(first).TakeWhile(day => day.Date <= to).ToList();
        if (range.Count == 0)
            return new SeriesResponse(currency, []);
        var contributions = new Figure[range.Count];
        var sum = Figure.Sum(days.Take(first).Select(day => day.Inflow - day.Outflow));
        for (var i = 0; i < range.Count; i++)
            contributions[i] = sum += range[i].Inflow - range[i].Outflow;
        var levels = ReturnIndex.Of(first == 0 ? Figure.Of(0) : days[first - 1].Value, range).Levels;
        return new SeriesResponse(currency, [.. Thinned(range.Count, most).Select(i =>
            new SeriesPoint(range[i].Date, range[i].Value.Value, contributions[i].Value, levels.Count > 0 ? levels[i].Level : null))]);
    }

    /// <summary>Evenly chosen indices of a list, ascending; the last one always.</summary>
    internal static IEnumerable<int> Thinned(int count, int most) => count <= most
        ? Enumerable.Range(0, count)
        : Enumerable.Range(1, most).Select(point => (int)(((long)count * point / most) - 1));
}

/// <summary>One day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">At its end; null if it is not known.</param>
/// <param name="NetContributions">All that came in since the first activity less all that went out.</param>
/// <param name="Index">What one unit of money became since the beginning of the range; null if that is not known.</param>
internal sealed record SeriesPoint(DateOnly Date, decimal? Value, decimal? NetContributions, decimal? Index);
