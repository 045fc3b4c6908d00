using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Watches a new release while it gets traffic: its hosts at every look, its figures against the old release's at the end of a window.</summary>
/// <param name="context">Where.</param>
/// <param name="releaseId">The new release.</param>
/// <param name="oldReleaseId">The one before; null if there is none to compare with.</param>
internal sealed class ReleaseWatch(DeliveryContext context, string releaseId, string? oldReleaseId)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    // Longer than a process compiles what its first requests need, and short enough not to leave a slow release to customers.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private readonly BakeLimits _limits = context.Environment.Strategy.Bake;
    private TrafficReading? _begin;
    private ReleaseFigures? _oldAlone;

    /// <summary>The last verdict; null before the first.</summary>
    public BakeResult? Result { get; private set; }

    /// <summary>Begins the window of the old release, before the new one gets anything.</summary>
    public async Task BeginAsync(CancellationToken cancellation) => _begin = await context.Platform.ReadTrafficAsync(cancellation);

    /// <summary>Ends the window of the old release, just before it loses its traffic.</summary>
    public async Task EndOldAsync(CancellationToken cancellation)
    {
        if (_begin is { } begin && oldReleaseId is not null && await context.Platform.ReadTrafficAsync(cancellation) is { } end)
        {
            _oldAlone = end.Since(begin, oldReleaseId);
        }
    }

    /// <summary>Watches both side by side while they share the traffic.</summary>
    /// <exception cref="DeliveryFailure">The new one does worse than allowed, or one of its hosts ended.</exception>
    public Task BesideAsync(IReadOnlyList<IInstance> hosts, TimeSpan duration, CancellationToken cancellation) =>
        WatchAsync(hosts, duration, (from, now) => oldReleaseId is null ? null : now.Since(from, oldReleaseId), cancellation);

    /// <summary>Watches the new one, which has all the traffic, against what the old one did before.</summary>
    /// <exception cref="DeliveryFailure">It does worse than allowed, or one of its hosts ended.</exception>
    public Task AfterAsync(IReadOnlyList<IInstance> hosts, TimeSpan duration, CancellationToken cancellation) =>
        WatchAsync(hosts, duration, (_, _) => _oldAlone, cancellation);

    /// <summary>Says why nothing is watched.</summary>
    public void Skip(string reason) => Tell(BakeResult.NotEvaluated(reason));

    private async Task WatchAsync(IReadOnlyList<IInstance> hosts, TimeSpan duration, Func<TrafficReading, TrafficReading, ReleaseFigures?> old, CancellationToken cancellation)
    {
        var from = await context.Platform.ReadTrafficAsync(cancellation);
        TrafficReading? settled = null;
        var interval = duration / 4 < Interval ? duration / 4 : Interval;
        var start = context.Clock.GetTimestamp();
        while (context.Clock.GetElapsedTime(start) is var elapsed && elapsed < duration)
        {
            if (elapsed >= Settling || elapsed >= duration / 2)
            {
                settled ??= await context.Platform.ReadTrafficAsync(cancellation);
            }

            var left = duration - elapsed;
            await Task.Delay(left < interval ? left : interval, context.Clock, cancellation);
            await RequireRunningAsync(hosts, cancellation);
            // What is broken beyond doubt is not left to customers until the window ends.
            if (await JudgeAsync(from, settled, old, BakeComparison.EarlySignificance, cancellation) is { Verdict: BakeVerdict.Breach } early)
            {
                Breach(early);
            }
        }

        var result = await JudgeAsync(from, settled, old, BakeComparison.FinalSignificance, cancellation);
        if (result.Verdict == BakeVerdict.Breach)
        {
            Breach(result);
        }

        Tell(result);
    }

    /// <summary>
    /// Errors count from the beginning. How quickly it answers counts from <paramref name="settled"/>: a process that has just started compiles and connects
    /// during its first answers, and a release is not worse for being new.
    /// </summary>
    private async Task<BakeResult> JudgeAsync(TrafficReading? from, TrafficReading? settled, Func<TrafficReading, TrafficReading, ReleaseFigures?> old, double significance, CancellationToken cancellation)
    {
        if (from is null || await context.Platform.ReadTrafficAsync(cancellation) is not { } now)
        {
            return BakeResult.NotEvaluated("the gateway that runs does not tell how requests went");
        }

        return now.Since(from, releaseId) is { } fresh && now.Since(settled ?? now, releaseId) is { } steady && old(from, now) is { } before
            ? BakeComparison.Judge(fresh with { Latency = steady.Latency }, before, _limits, significance)
            : BakeResult.NotEvaluated("there are no figures of the release before, or the gateway was started anew in between");
    }

    private async Task RequireRunningAsync(IReadOnlyList<IInstance> hosts, CancellationToken cancellation)
    {
        try
        {
            await context.Platform.ProbeAsync(hosts, releaseId, cancellation);
        }
        catch (DeliveryFailure fault)
        {
            Result = new BakeResult { Verdict = BakeVerdict.Breach, Reason = fault.Message };
            throw;
        }
    }

    private void Breach(BakeResult result)
    {
        Result = result;
        context.Output.Error($"Bake {result}");
        context.Output.Error($"  new {releaseId}: {result.New}");
        context.Output.Error($"  old {oldReleaseId}: {result.Old}");
        throw new DeliveryFailure(ExitCode.Failed, $"{releaseId} does worse than {oldReleaseId}: {result.Reason}.");
    }

    private void Tell(BakeResult result)
    {
        Result = result;
        if (result.Verdict == BakeVerdict.Pass)
        {
            context.Output.Info($"Bake {result}");
        }
        else
        {
            context.Output.Warn($"Bake {result}");
        }
    }
}
