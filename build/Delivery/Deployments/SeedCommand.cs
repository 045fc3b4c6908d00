using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Adds the demo account to an environment, with the tool of the release that serves.</summary>
internal sealed class SeedCommand(DeliveryContext context)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var found = await context.Platform.ObserveAsync(cancellation);
        if (found.ServingReleaseId is not { } serving)
        {
            throw new DeliveryFailure(ExitCode.NotDeployed, $"Nothing runs in '{context.Environment.Name}'. Start it: ./build.sh Deploy --env {context.Environment.Name}");
        }

        context.RequireConfirmedIfAlways($"Add the demo account to '{context.Environment.Name}'?");
        var operation = new Operation(context, "seed", reason: null);
        using var held = await operation.LockAsync(null, cancellation);
        cancellation = held.Cancellation;
        var release = await context.Releases.OpenAsync(serving, cancellation);
        var said = await context.Platform.Database.SeedAsync(release, cancellation);
        operation.RecordIfPossible(LedgerEvent.Seeded, release.Manifest, previous: serving);
        context.Output.Success(said);
    }
}
