using System.Text.Json;
using FinanceHub.Delivery.Bakes;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Runs the steps of an operation, times them, and stops between them when asked to.</summary>
internal sealed class StepTrack(DeliveryContext context)
{
    private readonly Dictionary<string, double> _durations = new(StringComparer.Ordinal);
    private readonly long _start = context.Clock.GetTimestamp();

    /// <summary>What watching the release under traffic has shown; null if it never came so far.</summary>
    public BakeResult? Bake { get; set; }

    /// <summary>Milliseconds by step; a step that ran more than once has the sum.</summary>
    public IReadOnlyDictionary<string, double> Durations => _durations;

    /// <summary>Since the operation was asked for.</summary>
    public TimeSpan Elapsed => context.Clock.GetElapsedTime(_start);

    /// <summary>
    /// Whether the operation came so far. From <see cref="DeployStep.StopOld"/> on the new release serves for good: a failure after
    /// that is one of book-keeping, and the ledger must not say that the release failed.
    /// </summary>
    public bool Reached(DeployStep step) => _durations.ContainsKey(NameOf(step));

    /// <exception cref="DeliveryFailure">The step failed, or the lease is another command's: <see cref="ExitCode.LeaseLost"/>.</exception>
    public async Task<T> RunAsync<T>(DeployStep step, Func<Task<T>> body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await context.StepBegins(step, cancellation);
        cancellation.ThrowIfCancellationRequested();
        // A command that was suspended, and replaced meanwhile, ends before it does anything more.
        context.Lease.EnsureHeld();
        var start = context.Clock.GetTimestamp();
        try
        {
            return await body();
        }
        finally
        {
            _durations[NameOf(step)] = _durations.GetValueOrDefault(NameOf(step)) + Math.Round(context.Clock.GetElapsedTime(start).TotalMilliseconds, 1);
        }
    }

    public Task RunAsync(DeployStep step, Func<Task> body, CancellationToken cancellation) => RunAsync(
        step,
        async () =>
        {
            await body();
            return 0;
        },
        cancellation);

    private static string NameOf(DeployStep step) => JsonNamingPolicy.CamelCase.ConvertName(step.ToString());
}
