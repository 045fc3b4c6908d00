using System.Diagnostics;

namespace FinanceHub.Testing.Load;

/// <summary>Collects what one connection met; merged into a report at the end, so that the connections share nothing while they run.</summary>
internal sealed class LoadRecorder
{
    private const int ReasonsKept = 10;
    private readonly List<(long Completed, long Ticks)> _successes = [];
    private readonly Dictionary<int, long> _errors = [];
    private readonly Dictionary<string, long> _releases = [];
    private readonly List<string> _reasons = [];
    private long _requests;
    private long _broken;
    private long _connections;

    internal long Requests => Volatile.Read(ref _requests);

    internal void Connected() => _connections++;

    internal void Answered(HttpAnswer answer, long started)
    {
        var now = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref _requests);
        _releases[answer.ReleaseId] = _releases.GetValueOrDefault(answer.ReleaseId) + 1;
        if (answer.Status < 400)
            _successes.Add((now, now - started));
        else
            _errors[answer.Status] = _errors.GetValueOrDefault(answer.Status) + 1;
    }

    internal void Broke(string reason)
    {
        _broken++;
        Interlocked.Increment(ref _requests);
        if (_reasons.Count < ReasonsKept)
            _reasons.Add(reason);
    }

    internal static LoadReport Merge(IReadOnlyCollection<LoadRecorder> all, long started, long ended)
    {
        var durations = all.SelectMany(r => r._successes).Select(s => s.Ticks).Order().ToArray();
        var completions = all.SelectMany(r => r._successes).Select(s => s.Completed).Append(started).Append(ended).Order().ToArray();
        return new LoadReport
        {
            Succeeded = durations.Length,
            HttpErrors = Sum(all.SelectMany(r => r._errors)),
            Broken = all.Sum(r => r._broken),
            BrokenReasons = [.. all.SelectMany(r => r._reasons).Take(ReasonsKept)],
            ByRelease = Sum(all.SelectMany(r => r._releases)),
            ConnectionsOpened = all.Sum(r => r._connections),
            P50 = Percentile(durations, 0.50),
            P95 = Percentile(durations, 0.95),
            P99 = Percentile(durations, 0.99),
            Maximum = Percentile(durations, 1),
            LongestGap = Stopwatch.GetElapsedTime(0, completions.Zip(completions.Skip(1), (a, b) => b - a).Max()),
            Duration = Stopwatch.GetElapsedTime(started, ended),
        };
    }

    private static SortedDictionary<TKey, long> Sum<TKey>(IEnumerable<KeyValuePair<TKey, long>> counts)
        where TKey : notnull =>
        new(counts.GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value)));

    private static TimeSpan Percentile(long[] sorted, double share) => sorted.Length == 0
        ? TimeSpan.Zero
        : Stopwatch.GetElapsedTime(0, sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)]);
}
