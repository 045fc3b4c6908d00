using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>What one unit of money became, day by day: the time-weighted return as a curve.</summary>
public sealed class ReturnIndex
{
    private const double DaysOfYear = TimeWeighted.DaysOfYear;

    private readonly List<(DateOnly Date, decimal Level)> _levels = [];
    private readonly List<double> _returns = [];
    private Figure _level = Figure.Of(1);

    private ReturnIndex()
    {
    }

    /// <summary>The level after each day, 1 before the first; empty if the return is unavailable.</summary>
    public IReadOnlyList<(DateOnly Date, decimal Level)> Levels => _level.Value is null ? [] : _levels;

    /// <summary>The return over all days; a share.</summary>
    public Figure Total => _level - Figure.Of(1);

    /// <summary>
    /// How much the days' returns scatter: their standard deviation (of the sample), times √365 for a year. Days that began with
    /// nothing do not count. Days without trade do, with the 0 that they returned: what √365 has more than √252 they take back.
    /// </summary>
    public Figure Volatility
    {
        get
        {
            if (_level.Value is null)
                return _level;
            if (_returns.Count < 2)
                return Figure.Unavailable("Fewer than two days had a return: nothing can scatter.");
            var mean = _returns.Average();
            var variance = _returns.Sum(one => (one - mean) * (one - mean)) / (_returns.Count - 1);
            return Figure.Solved(Math.Sqrt(variance * DaysOfYear));
        }
    }

    /// <summary>The deepest fall from a peak.</summary>
    public Drawdown MaxDrawdown => Drawdown.Of(_level, _levels);

    /// <summary>Chains the days.</summary>
    /// <param name="start">The value before the first day.</param>
    /// <param name="days">One after another.</param>
    public static ReturnIndex Of(Figure start, IEnumerable<DailyValue> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var index = new ReturnIndex();
        var before = start;
        foreach (var day in days)
        {
            var one = TimeWeighted.DayReturn(before, day);
            index._level *= one + Figure.Of(1);
            if (index._level.Value is not { } level)
                break;
            index._levels.Add((day.Date, level));
            if ((before + day.Inflow).Value != 0)
                index._returns.Add((double)one.Value!.Value);
            before = day.Value;
        }

        return index;
    }
}
