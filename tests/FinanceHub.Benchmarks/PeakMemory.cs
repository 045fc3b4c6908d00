using System.Diagnostics;
using System.Globalization;

namespace FinanceHub.Benchmarks;

/// <summary>
/// The most memory that processes have had. Counted is their proportional set: what is theirs, and of the runtime's files that
/// they share with others an equal part, so that the figures of all processes add up to what the machine spends
/// (proc_pid_smaps(5), Pss). The kernel keeps no peak of it, so it is looked at four times a second.
/// </summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly IReadOnlyDictionary<string, Process> _processes;
    private readonly Dictionary<string, long> _peaks = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    /// <param name="processes">Whose, by name.</param>
    public PeakMemory(IReadOnlyDictionary<string, Process> processes)
    {
        _processes = processes;
        _watching = WatchAsync();
    }

    /// <summary>The most that each process has had resident, with all that it shares, in bytes.</summary>
    public IReadOnlyDictionary<string, long> Resident => _processes.ToDictionary(process => process.Key, process => Kibibytes(process.Value.Id, "status", "VmHWM:") * 1024);

    /// <summary>So far, in a table's words.</summary>
    public override string ToString()
    {
        lock (_peaks)
        {
            Look();
            return string.Join(", ", _processes.Select(process => string.Create(CultureInfo.InvariantCulture,
                $"{process.Key} {_peaks[process.Key] / 1024} MiB ({Kibibytes(process.Value.Id, "status", "VmHWM:") / 1024} resident with all that it shares)")));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            lock (_peaks)
            {
                Look();
            }

            await Task.Delay(Interval, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look()
    {
        foreach (var (name, process) in _processes)
            _peaks[name] = Math.Max(_peaks.GetValueOrDefault(name), Kibibytes(process.Id, "smaps_rollup", "Pss:"));
    }

    private static long Kibibytes(int process, string file, string name) => File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/{file}")
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))
        .Single();
}
