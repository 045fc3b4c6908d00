using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Rehearsal;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Ends an environment from the outside in: first nobody comes in any more, then what is inside finishes.</summary>
internal sealed class StopCommand(DeliveryContext context)
{
    public async Task RunAsync(StopRequest request, CancellationToken cancellation)
    {
        if (!Directory.Exists(context.State.Root))
        {
            context.Output.Info($"Nothing was ever deployed to '{context.Environment.Name}' ({context.State.Root}); there is nothing to stop");
            return;
        }

        if (request.Purge)
        {
            context.RequireConfirmed($"Remove the data, releases and history of '{context.Environment.Name}' in {context.State.Root} for good?");
        }
        else
        {
            context.RequireConfirmedIfAlways($"Stop '{context.Environment.Name}'? Nobody is served afterwards.");
        }

        var operation = new Operation(context, request.Purge ? "stop and purge" : "stop", reason: null);
        using var held = await operation.LockAsync(request.LockWait, cancellation);
        held.Cancellation.ThrowIfCancellationRequested();
        held.EnsureHeld();
        await StopAsync(operation, request.Purge);
        await Stage.RemoveAbandonedAsync(context);
        held.EnsureHeld();
        if (request.Purge)
        {
            held.Forget();
            Purge();
        }
    }

    private async Task StopAsync(Operation operation, bool purge)
    {
        var found = await context.Platform.ObserveAsync(CancellationToken.None);
        var instances = found.Instances;
        await context.Platform.StopAsync(instances, operation.Id);
        context.Platform.ForgetRoutes();
        context.Platform.KeepStandby(null);
        if (instances.Count == 0)
        {
            context.Output.Info($"Nothing runs in '{context.Environment.Name}'");
            return;
        }

        if (!purge)
        {
            var release = context.Releases.Peek(found.ServingReleaseId)?.Manifest;
            operation.RecordIfPossible(LedgerEvent.Stopped, release, previous: found.ServingReleaseId);
        }

        context.Output.Success($"Stopped '{context.Environment.Name}': {string.Join(", ", instances.Select(instance => instance.Service))}");
    }

    /// <summary>Only what delivery made: the directory may be one that the user chose, with other things in it.</summary>
    private void Purge()
    {
        var state = context.State;
        context.Platform.Purge();
        foreach (var directory in new[] { state.Releases, state.Plans, state.Incidents }.Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }

        foreach (var file in new[] { new LedgerHead(state.Ledger).Path, state.Ledger, state.Lease, state.Lock })
        {
            File.Delete(file);
        }

        context.Output.Success(RemoveIfEmpty(state.Root) ? $"Removed {state.Root}" : $"Removed everything of '{context.Environment.Name}' from {state.Root}");
    }

    private static bool RemoveIfEmpty(string directory)
    {
        try
        {
            Directory.Delete(directory);
            return true;
        }
        catch (IOException)
        {
            return false; // it holds something else, or is a mount point: then it is not ours to remove
        }
    }
}
