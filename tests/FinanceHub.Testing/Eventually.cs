using System.Diagnostics;

namespace FinanceHub.Testing;

/// <summary>Polling with a deadline instead of sleeping and hoping.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until the condition holds.</summary>
    /// <param name="condition">Asked every 10 ms.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="timeout">Deadline; a minute when not given, because a busy machine is no failure.</param>
    /// <exception cref="TimeoutException">It never held.</exception>
    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? timeout = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, timeout);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string, TimeSpan?)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? timeout = null)
    {
        var limit = timeout ?? TimeSpan.FromMinutes(1);
        var clock = Stopwatch.StartNew();
        while (!await condition().ConfigureAwait(false))
        {
            if (clock.Elapsed > limit)
                throw new TimeoutException($"Waited {limit.TotalSeconds:0.#} s in vain for: {what}.");
            await Task.Delay(Interval).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until an HTTP address answers with success.</summary>
    public static Task AnswersAsync(HttpClient client, Uri address, TimeSpan? timeout = null) => TrueAsync(
        async () =>
        {
            try
            {
                using var response = await client.GetAsync(address).ConfigureAwait(false);
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        $"an answer of {address}",
        timeout);
}
