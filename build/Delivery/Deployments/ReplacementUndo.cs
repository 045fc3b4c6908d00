using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Processes;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Takes a replacement back: gateway and traffic, then the new hosts. Never touches what served before.</summary>
internal sealed class ReplacementUndo(DeliveryContext context, GatewayControl gateway, Observation before, string operation)
{
    private readonly List<string> _notes = [];

    /// <summary>Undoes what was done; what cannot be undone is told and does not keep the rest from being undone.</summary>
    public async Task RunAsync(IReadOnlyCollection<Instance> hosts, bool switched, bool gatewayStarted, bool gatewayReplaced)
    {
        var stopper = new InstanceStopper(context.State, context.Limits);
        // First: after a failed replacement only a new generation of the old gateway takes orders again.
        if (gatewayReplaced && before.Gateway?.Spec?.ReleaseId is { } old && context.Releases.Contains(old))
        {
            await TryAsync("bring the previous gateway back", async () =>
                await gateway.ReplaceAsync(await context.Releases.OpenAsync(old, CancellationToken.None)));
        }

        if (switched && before.ServingReleaseId is { } previous)
        {
            await TryAsync("put the routes back", async () =>
            {
                await gateway.RouteBackAsync(before.Routes!);
                context.Output.Warn($"Traffic is back on {previous}");
                await gateway.DrainAsync(hosts, CancellationToken.None);
            });
        }

        // A gateway without anything behind it serves nobody.
        IReadOnlyCollection<Instance> stop = gatewayStarted && before.ServingReleaseId is null ? [.. hosts, gateway.Current()] : hosts;
        await TryAsync("stop the new hosts", async () =>
        {
            if (await stopper.StopAsync([.. stop.Where(instance => Directory.Exists(instance.Supervised.Directory))], operation) is { } logs)
            {
                context.Output.Info($"The hosts of the failed release are stopped; their logs are in {logs}");
            }
        });
        if (before.ServingReleaseId is null)
        {
            File.Delete(context.State.GatewayRoutes);
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
