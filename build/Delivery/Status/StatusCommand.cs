using System.Text.Json;
using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Rehearsal;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Status;

/// <summary>Looks at an environment without changing it.</summary>
internal sealed class StatusCommand(DeliveryContext context)
{
    public async Task<StatusReport> RunAsync(StatusRequest request, CancellationToken cancellation)
    {
        var report = await ObserveAsync(cancellation);
        if (Stage.IsAbandoned(context))
        {
            context.Output.Warn($"A rehearsal of '{context.Environment.Name}' was killed, and its hosts may still run. Remove them: ./build.sh Stop --env {context.Environment.Name}, or rehearse again");
        }

        if (request.Json)
        {
            context.Output.Data(JsonSerializer.Serialize(report, StatusJson.Default.StatusReport));
        }
        else
        {
            StatusTable.Print(report, context.Output, context.Clock.GetUtcNow());
        }

        return report;
    }

    private async Task<StatusReport> ObserveAsync(CancellationToken cancellation)
    {
        var found = await context.Platform.ObserveAsync(cancellation);
        var rows = context.Ledger.Read();
        var current = found.ServingReleaseId;
        var manifest = context.Releases.Peek(current)?.Manifest;
        IEnumerable<IInstance> running = found.Gateway is { } gateway ? found.Serving.Append(gateway) : found.Serving;
        return new StatusReport
        {
            Environment = context.Environment.Name,
            Address = found.Listen is { } listen ? new PublicAddress(listen).Uri : null,
            ReleaseId = current,
            Version = manifest?.Version,
            Commit = manifest?.Commit,
            Since = current is null ? null : LedgerReading.InService(rows, current)?.At,
            Services = [.. running.OrderBy(instance => Position(instance.Service)).Select(Describe)],
            Rollback = rows.Count == 0 ? null : await RollbackReadiness.OfAsync(context, rows, found, cancellation),
            Hold = Hold.Of(rows) is { IsSet: true } hold ? hold.ToString() : null,
            Standby = [.. found.Standby.Select(Describe)],
            Shifting = [.. found.Shifting.Select(Describe)],
            ShiftingWeight = found.Shifting.Count > 0 ? found.Split?.Shares.Where(share => share.ReleaseId != current).Sum(share => share.Weight) : null,
            Leftovers = [.. found.Leftovers.Select(Describe)],
            Lock = context.LeaseStore.Read() is { Released: false } lease && !HolderProcess.IsGone(lease) ? lease : null,
        };
    }

    private ServiceStatus Describe(IInstance instance)
    {
        var report = context.Platform.Describe(instance);
        return new ServiceStatus
        {
            Service = instance.Service,
            ReleaseId = report.ReleaseId ?? instance.ReleaseId,
            State = report.State,
            Alive = instance.IsAlive,
            ProcessId = report.ProcessId,
            Port = report.Port,
            UptimeSeconds = report.Since is { } since ? Math.Round((context.Clock.GetUtcNow() - since).TotalSeconds, 1) : null,
            Restarts = report.Restarts,
            MemoryBytes = report.MemoryBytes,
        };
    }

    private static int Position(string service) => Array.IndexOf([.. ServiceNames.Running], service);
}
