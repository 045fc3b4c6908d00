using System.Net;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Takes a replacement back: gateway and traffic, then the new hosts. Never touches what served before.</summary>
internal sealed class ReplacementUndo(DeliveryContext context, IPEndPoint listen, Observation before, string operation)
{
    private readonly List<string> _notes = [];

    /// <summary>Whether who served before has all the traffic; if not, nobody knows who has it, and both releases have to go on running.</summary>
    public bool TrafficIsBack { get; private set; } = true;

    /// <summary>Customers first: the gateway and the traffic, before anybody looks for the cause. What cannot be undone is told.</summary>
    public async Task GiveTrafficBackAsync(bool switched, bool gatewayReplaced)
    {
        // First: after a failed replacement only a new generation of the old gateway takes orders again.
        if (gatewayReplaced && await FaultOfAsync(BringGatewayBackAsync) is { } fault)
        {
            Note("bring the previous gateway back", fault);
        }

        if (switched && before.ServingReleaseId is { } previous)
        {
            await PutRoutesBackAsync(previous);
        }
    }

    private async Task PutRoutesBackAsync(string previous)
    {
        var fault = await FaultOfAsync(RouteBackAsync);
        if (fault is DeliveryFailure { Code: not ExitCode.LeaseLost })
        {
            // A gateway that takes no orders: a new generation of it does.
            context.Output.Warn($"{fault.Message.TrimEnd('.')}; replacing the gateway to put the routes back");
            fault = await FaultOfAsync(BringGatewayBackAsync) ?? await FaultOfAsync(RouteBackAsync);
        }

        TrafficIsBack = fault is null;
        if (fault is null)
        {
            context.Output.Warn($"Traffic is back on {previous}");
        }
        else
        {
            Note("put the routes back", fault);
        }
    }

    private Task RouteBackAsync() => context.Platform.RouteAsync(before.Split!, CancellationToken.None);

    private async Task BringGatewayBackAsync()
    {
        if (before.Gateway?.ReleaseId is { } old && context.Releases.Contains(old))
        {
            await context.Platform.ReplaceGatewayAsync(await context.Releases.OpenAsync(old, CancellationToken.None), listen);
        }
    }

    /// <summary>What of the new release is there; nothing if that cannot be seen, which is told.</summary>
    public async Task<(IReadOnlyList<IInstance> Hosts, IInstance? Gateway)> FindNewAsync(string group)
    {
        Observation? found = null;
        if (await FaultOfAsync(async () => found = await context.Platform.ObserveAsync(CancellationToken.None)) is { } fault)
        {
            Note("see what was started", fault);
        }

        return ([.. found?.Instances.Where(host => host.Group == group) ?? []], found?.Gateway);
    }

    /// <summary>Stops what was started; what cannot be stopped is told and does not keep the rest from being stopped.</summary>
    public async Task StopNewAsync(IReadOnlyCollection<IInstance> hosts, IInstance? gateway, bool switched, bool gatewayStarted)
    {
        if (!TrafficIsBack)
        {
            return;
        }

        if (switched && before.ServingReleaseId is not null && await FaultOfAsync(() => context.Platform.DrainAsync(hosts, CancellationToken.None)) is { } undrained)
        {
            Note("wait for the requests in flight", undrained);
        }

        // A gateway without anything behind it serves nobody.
        IReadOnlyCollection<IInstance> stop = gatewayStarted && before.ServingReleaseId is null && gateway is not null ? [.. hosts, gateway] : hosts;
        string? logs = null;
        if (await FaultOfAsync(async () => logs = await context.Platform.StopAsync(stop, operation)) is { } running)
        {
            Note("stop the new hosts", running);
        }
        else if (logs is not null)
        {
            context.Output.Info($"The hosts of the failed release are stopped; their logs are in {logs}");
        }

        if (before.ServingReleaseId is null)
        {
            context.Platform.ForgetRoutes();
        }
    }

    /// <summary>What could not be undone.</summary>
    public IReadOnlyCollection<string> Notes => _notes;

    private void Note(string what, Exception fault) => _notes.Add($"It was not possible to {what}: {fault.Message.TrimEnd('.')}. The next Deploy, Rollback or Stop will try again.");

    private async Task<Exception?> FaultOfAsync(Func<Task> body)
    {
        try
        {
            context.Lease.EnsureHeld();
            await body();
            return null;
        }
        catch (Exception fault) when (fault is DeliveryFailure or IOException or UnauthorizedAccessException)
        {
            return fault;
        }
    }
}
