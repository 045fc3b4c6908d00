using System.Collections.Concurrent;
using System.Text.Json;

namespace FinanceHub.Delivery.Smoke;

/// <summary>What a check found to be otherwise than expected.</summary>
/// <param name="message">What, expected and found.</param>
/// <param name="status">The status of the answer; null if it was as expected.</param>
internal sealed class SmokeMismatchException(string message, int? status = null) : Exception(message)
{
    public int? Status => status;
}

/// <summary>Runs checks, times them and collects what they found; checks may run at the same time.</summary>
internal sealed class SmokeRun(TimeProvider clock, CancellationToken deadline)
{
    private readonly ConcurrentDictionary<string, SmokeCheck> _checks = new(StringComparer.Ordinal);

    /// <summary>Whether the check passed; its reason, if not, is kept.</summary>
    public async Task<bool> CheckAsync(string name, Func<CancellationToken, Task> body)
    {
        var start = clock.GetTimestamp();
        var detail = await RunAsync(body);
        _checks[name] = new SmokeCheck
        {
            Name = name,
            Verdict = detail is null ? SmokeVerdict.Pass : SmokeVerdict.Fail,
            Milliseconds = Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 1),
            Detail = detail,
        };
        return detail is null;
    }

    /// <summary>The findings in the order of <paramref name="names"/>; what was not reached says so.</summary>
    public IReadOnlyList<SmokeCheck> InOrder(IEnumerable<string> names) =>
        [.. names.Select(name => _checks.GetValueOrDefault(name) ?? new SmokeCheck { Name = name, Verdict = SmokeVerdict.NotRun, Milliseconds = 0 })];

    private async Task<string?> RunAsync(Func<CancellationToken, Task> body)
    {
        try
        {
            await body(deadline);
            return null;
        }
        catch (Exception fault) when (fault is SmokeMismatchException or HttpRequestException)
        {
            return fault.Message;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return $"the answer has another shape than agreed: {fault.Message}";
        }
        catch (OperationCanceledException)
        {
            return "no answer in time";
        }
    }
}
