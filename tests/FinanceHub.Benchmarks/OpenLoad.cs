using System.Collections.Concurrent;
using System.Diagnostics;

namespace FinanceHub.Benchmarks;

/// <summary>
/// Requests at a constant rate, whether or not earlier ones have been answered. A latency counts from the moment at which the request was
/// due: a server that stalls is charged for everybody who waited (Gil Tene's coordinated omission).
/// </summary>
internal static class OpenLoad
{
    public static async Task<(IReadOnlyList<TimeSpan> Latencies, int Failed)> RunAsync(int perSecond, TimeSpan duration, Func<Task<bool>> request)
    {
        var (latencies, failed) = (new ConcurrentBag<TimeSpan>(), 0);
        var running = new List<Task>();
        var clock = Stopwatch.StartNew();
        for (var number = 0; ; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond);
            if (due > duration)
                break;
            var wait = due - clock.Elapsed;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
            running.Add(Task.Run(async () =>
            {
                if (!await request())
                    Interlocked.Increment(ref failed);
                latencies.Add(clock.Elapsed - due);
            }));
        }

        await Task.WhenAll(running);
        return ([.. latencies], failed);
    }
}
