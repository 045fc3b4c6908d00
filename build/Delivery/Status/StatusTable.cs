using System.Globalization;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Text;

namespace FinanceHub.Delivery.Status;

/// <summary>A status as people read it.</summary>
internal static class StatusTable
{
    public static void Print(StatusReport report, IDeliveryOutput output, DateTimeOffset now)
    {
        output.Data($"Environment  {report.Environment}");
        output.Data($"Address      {report.Address?.ToString() ?? "-"}");
        output.Data($"Release      {report.ReleaseId ?? "none"}");
        if (report.ReleaseId is not null)
        {
            output.Data($"Commit       {report.Commit ?? "?"}");
            output.Data($"Since        {(report.Since is { } since ? string.Create(CultureInfo.InvariantCulture, $"{since:yyyy-MM-dd HH:mm:ss}Z ({Elapsed.Text(now - since)})") : "unknown")}");
        }

        if (report.Rollback is { } rollback)
        {
            output.Data($"Rollback to  {rollback.Target ?? "nothing"}{(rollback.Schema is null ? "" : $", schema: {rollback.Schema}")}{(rollback.EtaSeconds is { } eta ? string.Create(CultureInfo.InvariantCulture, $", takes {eta:0.0} s") : "")}");
            output.Data($"Rollback ready: {(rollback.Ready ? "yes" : "no")}, {rollback.Because}");
        }

        if (report.Hold is not null)
        {
            output.Data($"Held         {report.Hold}: a rollback left it, or its bake failed; lift it with LiftHold --reason");
        }

        if (report.Lock is { } holder)
        {
            output.Data($"Locked by    {holder}");
            output.Data(string.Create(CultureInfo.InvariantCulture, $"Sign of life {Elapsed.Text(now - holder.HeartbeatAt)} ago{(holder.ExpiresAt < now ? "; the lease has expired, the next command takes it over" : "")}{(holder.AbortRequestedBy is { } who ? $"; {who} asked it to abort" : "")}"));
        }

        if (report.Services.Count > 0)
        {
            output.Data("");
            PrintServices(report.Services, output);
        }

        if (report.Standby.Count > 0)
        {
            output.Data("");
            output.Data("Kept warm for Rollback, without traffic:");
            PrintServices(report.Standby, output);
        }

        if (report.Shifting.Count > 0)
        {
            output.Data("");
            output.Data($"With {report.ShiftingWeight} % of the clients{(report.Lock is null ? ", left by a killed command (the next Deploy or Rollback takes the traffic back)" : "")}:");
            PrintServices(report.Shifting, output);
        }

        if (report.Leftovers.Count > 0 && report.Lock is null)
        {
            output.Data("");
            output.Data("Left by a killed command (the next Deploy, Rollback or Stop removes it):");
            PrintServices(report.Leftovers, output);
        }
    }

    private static void PrintServices(IReadOnlyList<ServiceStatus> services, IDeliveryOutput output) => TextTable.Print(
        output,
        ["service", "state", "pid", "port", "uptime", "restarts", "memory", "release"],
        services.Select(service => new[]
        {
            service.Service,
            service.State,
            Number(service.ProcessId),
            Number(service.Port),
            service.UptimeSeconds is { } seconds ? Elapsed.Text(TimeSpan.FromSeconds(seconds)) : "-",
            Number(service.Restarts),
            service.MemoryBytes is { } bytes ? TextTable.Mebibytes(bytes) : "-",
            service.ReleaseId ?? "-",
        }));

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
