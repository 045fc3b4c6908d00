namespace FinanceHub.Domain.Instruments;

/// <summary>One number per day, in the order of the days.</summary>
internal sealed class DatedValues
{
    private readonly DateOnly[] _days;
    private readonly decimal[] _values;

    /// <param name="values">In any order; of two for one day the later one counts.</param>
    public DatedValues(IEnumerable<KeyValuePair<DateOnly, decimal>> values)
    {
        var sorted = new List<KeyValuePair<DateOnly, decimal>>();
        foreach (var value in values.OrderBy(value => value.Key))
        {
            if (sorted.Count > 0 && sorted[^1].Key == value.Key)
                sorted[^1] = value;
            else
                sorted.Add(value);
        }

        _days = [.. sorted.Select(value => value.Key)];
        _values = [.. sorted.Select(value => value.Value)];
    }

    public decimal Smallest => _values.Length == 0 ? decimal.MaxValue : _values.Min();

    public DateOnly Day(int index) => _days[index];

    public decimal Value(int index) => _values[index];

    /// <summary>The latest value on or before a day; null if there is none.</summary>
    public (DateOnly Day, decimal Value)? At(DateOnly day)
    {
        var index = Array.BinarySearch(_days, day);
        if (index < 0)
            index = ~index - 1;
        return index < 0 ? null : (_days[index], _values[index]);
    }

    /// <summary>The index of the latest value on or before a day, sought forward from an earlier one: a walk through all days costs one pass.</summary>
    /// <param name="index">Where the search starts; -1 for the beginning.</param>
    /// <param name="day">The day; not before the one that led to <paramref name="index"/>.</param>
    /// <returns>-1 if there is none.</returns>
    public int Advance(int index, DateOnly day)
    {
        while (index + 1 < _days.Length && _days[index + 1] <= day)
            index++;
        return index;
    }
}
