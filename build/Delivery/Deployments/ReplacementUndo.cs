using System.Net;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Takes a replacement back: gateway and traffic, then the new hosts. Never touches what served before.</summary>
internal sealed class ReplacementUndo(DeliveryContext context, IPEndPoint listen, Observation before, string operation)
{
    private readonly List<string> _notes = [];

    /// <summary>Customers first: the gateway and the traffic, before anybody looks for the cause. What cannot be undone is told.</summary>
    public async Task GiveTrafficBackAsync(bool switched, bool gatewayReplaced)
    {
        // First: after a failed replacement only a new generation of the old gateway takes orders again.
        if (gatewayReplaced && before.Gateway?.ReleaseId is { } old && context.Releases.Contains(old))
        {
            await TryAsync("bring the previous gateway back", async () =>
                await context.Platform.ReplaceGatewayAsync(await context.Releases.OpenAsync(old, CancellationToken.None), listen));
        }

        if (switched && before.ServingReleaseId is { } previous)
        {
            await TryAsync("put the routes back", async () =>
            {
                await context.Platform.RouteAsync(before.Split!, CancellationToken.None);
                context.Output.Warn($"Traffic is back on {previous}");
            });
        }
    }

    /// <summary>Stops what was started; what cannot be stopped is told and does not keep the rest from being stopped.</summary>
    public async Task StopNewAsync(IReadOnlyCollection<IInstance> hosts, IInstance? gateway, bool switched, bool gatewayStarted)
    {
        if (switched && before.ServingReleaseId is not null)
        {
            await TryAsync("wait for the requests in flight", () => context.Platform.DrainAsync(hosts, CancellationToken.None));
        }

        // A gateway without anything behind it serves nobody.
        IReadOnlyCollection<IInstance> stop = gatewayStarted && before.ServingReleaseId is null && gateway is not null ? [.. hosts, gateway] : hosts;
        await TryAsync("stop the new hosts", async () =>
        {
            if (await context.Platform.StopAsync(stop, operation) is { } logs)
            {
                context.Output.Info($"The hosts of the failed release are stopped; their logs are in {logs}");
            }
        });
        if (before.ServingReleaseId is null)
        {
            context.Platform.ForgetRoutes();
        }
    }

    /// <summary>What could not be undone.</summary>
    public IReadOnlyCollection<string> Notes => _notes;

    private async Task TryAsync(string what, Func<Task> body)
    {
        try
        {
            context.Lease.EnsureHeld();
            await body();
        }
        catch (Exception fault) when (fault is DeliveryFailure or IOException or UnauthorizedAccessException)
        {
            _notes.Add($"It was not possible to {what}: {fault.Message.TrimEnd('.')}. The next Deploy, Rollback or Stop will try again.");
        }
    }
}
