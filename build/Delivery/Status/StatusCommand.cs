using System.Diagnostics;
using System.Net;
using System.Text.Json;
using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Processes;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Status;

/// <summary>Looks at an environment without changing it.</summary>
internal sealed class StatusCommand(DeliveryContext context)
{
    public async Task<StatusReport> RunAsync(StatusRequest request, CancellationToken cancellation)
    {
        var report = await ObserveAsync(cancellation);
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
        var found = await Observation.TakeAsync(context.State, cancellation);
        var rows = context.Ledger.Read();
        var current = found.ServingReleaseId;
        var manifest = current is not null && context.Releases.Contains(current) ? ReleaseBundle.Peek(context.Releases.PathOf(current)).Manifest : null;
        IEnumerable<Instance> running = found.Gateway is { } gateway ? found.Serving.Append(gateway) : found.Serving;
        return new StatusReport
        {
            Environment = context.Environment.Name,
            Address = found.Gateway?.Spec?.Listen is { } listen ? new PublicAddress(IPEndPoint.Parse(listen)).Uri : null,
            ReleaseId = current,
            Version = manifest?.Version,
            Commit = manifest?.Commit,
            Since = current is null ? null : LedgerReading.InService(rows, current)?.At,
            Services = [.. running.OrderBy(instance => Position(instance.Name.Service)).Select(Describe)],
            RollbackTarget = current is null ? null : LedgerReading.RollbackTargets(rows, current).FirstOrDefault(context.Releases.Contains),
            Hold = Hold.Of(rows) is { IsSet: true } hold ? hold.ToString() : null,
            Standby = [.. found.Standby.Select(Describe)],
            Leftovers = [.. found.Leftovers.Select(Describe)],
            Lock = context.LeaseStore.Read() is { Released: false } lease && !HolderProcess.IsGone(lease) ? lease : null,
        };
    }

    private ServiceStatus Describe(Instance instance)
    {
        var alive = instance.IsAlive;
        var status = instance.Supervised.ReadStatus();
        return new ServiceStatus
        {
            Service = instance.Name.Service,
            ReleaseId = status?.ReleaseId ?? instance.Spec?.ReleaseId,
            State = alive ? status?.State.ToString().ToLowerInvariant() ?? "starting" : "gone",
            Alive = alive,
            ProcessId = alive ? status?.ChildPid : null,
            Port = instance.Spec?.Listen is { } listen ? IPEndPoint.Parse(listen).Port : instance.Address?.Port,
            UptimeSeconds = alive && status is not null ? Math.Round((context.Clock.GetUtcNow() - status.Since).TotalSeconds, 1) : null,
            Restarts = status?.Restarts ?? 0,
            MemoryBytes = alive && status?.ChildPid is { } pid ? Memory(pid) : null,
        };
    }

    private static long? Memory(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.WorkingSet64;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return null; // it ended between the two looks
        }
    }

    private static int Position(string service) => Array.IndexOf([.. ServiceNames.Running], service);
}
