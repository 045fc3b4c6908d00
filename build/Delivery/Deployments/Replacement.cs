using System.Net;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>
/// Puts a release that lies in the state directory into service: beside the old one, proven, then with the traffic that its strategy
/// gives it, watched. Without a strategy it gets all at once and is not watched. Hosts of it that are kept warm are used, all others started.
/// Whatever goes wrong before the old hosts are told to stop is undone here.
/// </summary>
internal sealed class Replacement(DeliveryContext context, StepTrack steps, ReleaseBundle release, Observation before, string operation, IPEndPoint listen, bool keepsOld, bool smokesFirst = true, DeliveryStrategy? strategy = null, bool restores = false) : IRestoration
{
    private readonly string _releaseId = release.Manifest.ReleaseId;
    private readonly IPlatform _platform = context.Platform;
    private readonly PublicAddress _public = new(listen);
    private readonly ReleaseWatch _watch = new(context, release.Manifest.ReleaseId, before.ServingReleaseId);
    private string? _warmGroup;
    private bool _gatewayStarted;
    private bool _gatewayReplaced;
    private bool _switched;

    // Of hosts that are kept warm, or a new one.
    private string Group => _warmGroup ?? operation;

    /// <summary>Where the release serves.</summary>
    public Uri Address => _public.Uri;

    /// <summary>How long the gateway took for the switch.</summary>
    public TimeSpan SwitchDuration { get; private set; }

    /// <summary>From the command until the release was confirmed at the public address.</summary>
    public TimeSpan ConfirmedAfter { get; private set; }

    /// <exception cref="DeliveryFailure">It did not work, or was interrupted; what served before still does.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await ReplaceAsync(cancellation);
        }
        catch (Exception fault)
        {
            throw await UndoAsync(fault);
        }

        // No way back from here: finishing is quicker and safer than stopping half-way.
        await steps.RunAsync(DeployStep.StopOld, StopOldAsync, CancellationToken.None);
    }

    private async Task StopOldAsync()
    {
        IReadOnlyList<IInstance> keep = keepsOld && before.IsWhole ? [.. before.Serving.Where(host => host.Service != ServiceNames.Worker)] : [];
        // First: killed after it, the next command finds a group to keep instead of a leftover.
        _platform.KeepStandby(keep.Count > 0 ? keep[0].Group : null);
        var stop = before.Serving.Except(keep).Concat(before.Standby.Where(host => host.Group != Group)).ToList();
        if (await _platform.StopAsync(stop, operation) is { } logs)
        {
            context.Output.Info($"The logs of {before.ServingReleaseId ?? "what ran before"} are in {logs}");
        }

        if (keep.Count > 0)
        {
            context.Output.Info($"{before.ServingReleaseId} is kept warm for Rollback");
        }
    }

    /// <summary>Whether it failed and customers may be on the release all the same: the traffic could not be put back, and nothing was stopped.</summary>
    public bool MayServe { get; private set; }

    /// <summary>What the hosts of the release said when it failed; empty if it did not.</summary>
    public IReadOnlyList<HostDiagnosis> Diagnosed { get; private set; } = [];

    private async Task ReplaceAsync(CancellationToken cancellation)
    {
        await _watch.BeginAsync(cancellation);
        var hosts = await StartReadyAsync(cancellation);
        if (smokesFirst)
        {
            await steps.RunAsync(DeployStep.Smoke, () => ReleaseSmoke.RequireAsync(context, hosts, _releaseId, cancellation), cancellation);
        }

        if (strategy is { Shifts.Count: > 0 } && IsComparable)
        {
            _switched = true;
            await new TrafficShift(context, steps, _watch, before.Split!.Shares.Single()).RunAsync(Group, _releaseId, hosts, strategy.Shifts, cancellation);
        }

        await _watch.EndOldAsync(cancellation);
        SwitchDuration = await steps.RunAsync(DeployStep.Switch, () => SwitchAsync(cancellation), cancellation);
        await steps.RunAsync(DeployStep.Confirm, () => _public.ConfirmAsync(_releaseId, context.Clock, cancellation), cancellation);
        ConfirmedAfter = steps.Elapsed;
        context.Output.Info($"{_releaseId} serves at {Address} (switched in {SwitchDuration.TotalMilliseconds:0} ms)");
        await BakeAsync(hosts, cancellation);
        if (!_gatewayStarted && !IsSameGateway())
        {
            await steps.RunAsync(DeployStep.Gateway, () => ReplaceGatewayAsync(cancellation), cancellation);
        }

        await steps.RunAsync(DeployStep.Drain, () => DrainAsync(before.Serving, cancellation), cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    // Two that serve beside each other: with itself a release cannot share, with one that is half down it should not.
    private bool IsComparable => before.IsWhole && before.ServingReleaseId != _releaseId;

    private async Task BakeAsync(IReadOnlyList<IInstance> hosts, CancellationToken cancellation)
    {
        if (strategy is null)
        {
            return;
        }

        if (!IsComparable)
        {
            _watch.Skip("no other release was serving whole before, so there is nothing to compare with");
        }
        else if (strategy.Bake.Duration == TimeSpan.Zero && _watch.Result is null)
        {
            _watch.Skip("the environment asks for no bake");
        }
        else if (strategy.Bake.Duration > TimeSpan.Zero)
        {
            await steps.RunAsync(DeployStep.Bake, () => _watch.AfterAsync(hosts, strategy.Bake.Duration, cancellation), cancellation);
        }

        steps.Bake = _watch.Result! with { Strategy = strategy.Name };
    }

    private async Task<IReadOnlyList<IInstance>> StartReadyAsync(CancellationToken cancellation)
    {
        var hosts = await steps.RunAsync(DeployStep.Start, () => StartAsync(cancellation), cancellation);
        await steps.RunAsync(DeployStep.Ready, () => AwaitReadyAsync(hosts, cancellation), cancellation);
        return hosts;
    }

    private async Task<IReadOnlyList<IInstance>> StartAsync(CancellationToken cancellation)
    {
        var secrets = await context.Secrets.ResolveAsync(cancellation);
        _warmGroup = before.WarmGroup(_platform, release, secrets);
        var hosts = _platform.StartAsync(release, Group, secrets);
        try
        {
            if (!before.GatewayRuns)
            {
                _gatewayStarted = true;
                await _platform.StartGatewayAsync(release, listen);
            }
            else if (!before.GatewayAnswers)
            {
                // It serves, but nobody can direct it: a command was killed while it replaced it.
                _gatewayReplaced = true;
                await _platform.ReplaceGatewayAsync(release, listen);
            }
        }
        catch
        {
            // Before the hosts can be stopped they must have been started.
            await Task.WhenAny(hosts);
            await ((Task)hosts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        var started = await hosts;
        var warm = before.Standby.Where(host => host.Group == Group).Select(host => host.Service).ToHashSet();
        context.Output.Info($"Started {string.Join(", ", started.Where(host => !warm.Contains(host.Service)).Select(host => $"{host.Service} on port {host.Address!.Port}"))}{(warm.Count > 0 ? "; the others were kept warm" : "")}");
        return started;
    }

    private async Task AwaitReadyAsync(IReadOnlyList<IInstance> hosts, CancellationToken cancellation)
    {
        IReadOnlyList<IInstance> all = _gatewayStarted && (await _platform.ObserveAsync(cancellation)).Gateway is { } gateway ? [.. hosts, gateway] : hosts;
        await _platform.AwaitReadyAsync(all, _releaseId, cancellation);
        context.Output.Info($"All hosts are ready as {_releaseId}");
    }

    private async Task<TimeSpan> SwitchAsync(CancellationToken cancellation)
    {
        // Set before: a request that got no answer may have been carried out all the same.
        _switched = true;
        return await _platform.RouteAsync(TrafficSplit.All(Group, _releaseId), cancellation);
    }

    private async Task ReplaceGatewayAsync(CancellationToken cancellation)
    {
        _gatewayReplaced = true;
        await _platform.ReplaceGatewayAsync(release, listen);
        await _public.ConfirmAsync(_releaseId, context.Clock, cancellation);
        context.Output.Info("The gateway was replaced by the release's own");
    }

    private async Task DrainAsync(IReadOnlyCollection<IInstance> hosts, CancellationToken cancellation)
    {
        if (hosts.Count > 0 && await _platform.DrainAsync(hosts, cancellation) is var left and > 0)
        {
            context.Output.Warn($"{left} requests are still in flight on the old release after {context.Limits.DrainTimeout.TotalSeconds:0} s; its hosts get {context.Limits.StopTimeout.TotalSeconds:0} s more to answer them");
        }
    }

    private bool IsSameGateway() => context.Releases.IsSame(ServiceNames.Gateway, _gatewayReplaced ? _releaseId : before.Gateway?.ReleaseId, release.Manifest);

    private async Task<Exception> UndoAsync(Exception fault)
    {
        if (context.Lease.FindLoss() is { } loss)
        {
            return loss; // what is there belongs to the new holder
        }

        // Customers first; what is wrong is looked for when they are served again.
        var undo = new ReplacementUndo(context, listen, before, operation);
        await undo.GiveTrafficBackAsync(_switched, _gatewayReplaced);
        MayServe = !undo.TrafficIsBack;
        var (hosts, gateway) = await undo.FindNewAsync(Group);
        var interrupted = fault is OperationCanceledException;
        if (fault is DeliveryFailure { Code: not ExitCode.PortInUse } && StateProbe.IsFull(context.State))
        {
            // A host that cannot write ends or hangs for reasons of its own telling; this is the one to tell.
            fault = StateFaults.Full(context.State.Root, fault, fault.Message);
        }
        else if (strategy is not null && _watch.Result is { } result)
        {
            steps.Bake = result with { Strategy = strategy.Name };
        }

        if (!interrupted)
        {
            Diagnosed = await Diagnosis.TakeAsync(context, _gatewayStarted && gateway is not null ? [.. hosts, gateway] : hosts);
            Diagnosis.Print(context, Diagnosed);
        }

        await undo.StopNewAsync(hosts, gateway, _switched, _gatewayStarted);
        return new FailureExplanation(context, before, _releaseId, restores).Explain(fault, _switched, MayServe, undo.Notes);
    }
}
