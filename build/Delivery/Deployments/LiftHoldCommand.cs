using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Allows again what rollbacks have held.</summary>
internal sealed class LiftHoldCommand(DeliveryContext context)
{
    public async Task RunAsync(LiftHoldRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            throw new DeliveryFailure(ExitCode.Usage, $"Lifting a hold needs a reason, which is kept in the ledger: ./build.sh LiftHold --env {context.Environment.Name} --reason \"the cause is fixed\"");
        }

        if (!File.Exists(context.State.Ledger))
        {
            context.Output.Info($"Nothing was ever deployed to '{context.Environment.Name}' ({context.State.Root}), so nothing is held");
            return;
        }

        context.RequireConfirmedIfAlways($"Allow in '{context.Environment.Name}' what is held there?");
        var operation = new Operation(context, "lift hold", request.Reason);
        using var held = await operation.LockAsync(request.LockWait, cancellation);
        var hold = Hold.Of(context.Ledger.Read());
        if (!hold.IsSet)
        {
            context.Output.Info($"Nothing is held in '{context.Environment.Name}'");
            return;
        }

        operation.Record(LedgerEvent.HoldLifted, null, null);
        context.Output.Success($"No longer held in '{context.Environment.Name}': {hold}");
    }
}
