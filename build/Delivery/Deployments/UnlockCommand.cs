using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Fences off whoever holds the environment, so that it can be changed again.</summary>
internal sealed class UnlockCommand(DeliveryContext context)
{
    public void Run(UnlockRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            throw new DeliveryFailure(ExitCode.Usage, $"Unlocking needs a reason, which is kept in the ledger: ./build.sh Unlock --env {context.Environment.Name} --reason \"its runner is gone\"");
        }

        if (context.LeaseStore.Read() is not { Released: false } holder)
        {
            context.Output.Info($"Nobody has locked '{context.Environment.Name}'");
            return;
        }

        var isDead = HolderProcess.IsGone(holder) || holder.ExpiresAt <= context.Clock.GetUtcNow();
        if (isDead)
        {
            context.RequireConfirmedIfAlways($"'{context.Environment.Name}' is locked by {holder}, which is gone. Fence it off?");
        }
        else
        {
            context.RequireConfirmed($"'{context.Environment.Name}' is locked by {holder}, which is alive and will end in the middle of what it does. Fence it off?");
        }

        var operation = new Operation(context, "unlock", request.Reason);
        using var held = operation.Seize(holder, cancellation) ?? throw new DeliveryFailure(ExitCode.LockHeld,
            $"{holder} has ended meanwhile. See who holds the environment now, if anybody does: ./build.sh Status --env {context.Environment.Name}");
        operation.RecordUnlocked(holder);
        context.Output.Success($"Unlocked '{context.Environment.Name}'. Fenced off: {holder}. What it left is finished or undone by the next Deploy, Rollback or Stop");
    }
}
