namespace FinanceHub.Worker.Market;

/// <summary>The days for which a provider had nothing, as far as this process asked today: a holiday looks like a gap for ever, and must not be asked for every few minutes.</summary>
internal sealed class EmptyDays
{
    /// <summary>A close comes late, and sometimes a day late.</summary>
    private const int DaysThatMayCome = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<DateOnly>> _days = new(StringComparer.Ordinal);
    private DateOnly _today;

    /// <summary>The days that are known and those for which there is nothing.</summary>
    public IReadOnlySet<DateOnly> With(string subject, DateOnly today, IReadOnlySet<DateOnly> known)
    {
        lock (_lock)
            return Of(subject, today) is { Count: > 0 } empty ? known.Concat(empty).ToHashSet() : known;
    }

    /// <summary>Takes note of an answer.</summary>
    public void Note(string subject, DateOnly today, DateOnly from, DateOnly through, IEnumerable<DateOnly> answered)
    {
        var found = answered.ToHashSet();
        lock (_lock)
        {
            var empty = Of(subject, today);
            for (var day = from; day <= through && day < today.AddDays(-DaysThatMayCome); day = day.AddDays(1))
            {
                if (!found.Contains(day))
                    empty.Add(day);
            }
        }
    }

    private HashSet<DateOnly> Of(string subject, DateOnly today)
    {
        if (today != _today)
            _days.Clear();
        _today = today;
        if (!_days.TryGetValue(subject, out var days))
            _days.Add(subject, days = []);
        return days;
    }
}
