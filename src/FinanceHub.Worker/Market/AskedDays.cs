namespace FinanceHub.Worker.Market;

/// <summary>
/// The days that need not be asked for again today, as far as this process knows. The last stored day may have been published while it went on, so
/// it is asked for once more when it is over; and a holiday looks like a gap for ever. Neither must be asked for every few minutes: providers count.
/// </summary>
internal sealed class AskedDays(TimeProvider clock)
{
    /// <summary>A close comes late, and sometimes a day late.</summary>
    private const int DaysThatMayCome = 3;

    /// <summary>While a day goes on its number changes, but nobody needs it by the minute.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Answers> _answers = new(StringComparer.Ordinal);
    private DateOnly _today;

    /// <summary>Of the stored days those that need not be asked for again, and the days for which there is nothing.</summary>
    public IReadOnlySet<DateOnly> With(string subject, DateOnly today, IEnumerable<DateOnly> stored)
    {
        var known = stored.ToHashSet();
        var last = known.Count > 0 ? known.Max() : DateOnly.MinValue;
        lock (_lock)
        {
            var answers = Of(subject, today);
            if (last < today || clock.GetUtcNow() - answers.TodayAskedAt >= Fresh)
                known.Remove(last);
            known.UnionWith(answers.Final);
            return known;
        }
    }

    /// <summary>Takes note of an answer.</summary>
    public void Note(string subject, DateOnly today, DateOnly from, DateOnly through, IEnumerable<DateOnly> answered)
    {
        var found = answered.ToHashSet();
        lock (_lock)
        {
            var answers = Of(subject, today);
            if (through >= today)
                answers.TodayAskedAt = clock.GetUtcNow();
            for (var day = from; day <= through && day < today; day = day.AddDays(1))
            {
                if (found.Contains(day) || day < today.AddDays(-DaysThatMayCome))
                    answers.Final.Add(day);
            }
        }
    }

    private Answers Of(string subject, DateOnly today)
    {
        if (today != _today)
            _answers.Clear();
        _today = today;
        if (!_answers.TryGetValue(subject, out var answers))
            _answers.Add(subject, answers = new());
        return answers;
    }

    private sealed class Answers
    {
        /// <summary>Days that are over and were asked for after that.</summary>
        public HashSet<DateOnly> Final { get; } = [];

        public DateTimeOffset TodayAskedAt { get; set; } = DateTimeOffset.MinValue;
    }
}
