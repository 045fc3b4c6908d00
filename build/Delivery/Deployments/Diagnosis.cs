using FinanceHub.Delivery.Health;
using FinanceHub.Delivery.Http;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Finds out what the hosts of a failed release said and did, before they are stopped.</summary>
internal static class Diagnosis
{
    private const int LogLines = 200;
    private const int LogLinesPrinted = 15;
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Asks them all.</summary>
    public static async Task<IReadOnlyList<HostDiagnosis>> TakeAsync(DeliveryContext context, IReadOnlyCollection<IInstance> hosts)
    {
        using var client = LocalHttp.Create(ProbeTimeout);
        var all = new List<HostDiagnosis>();
        foreach (var host in hosts)
        {
            var health = host.Address is { } address ? await HealthReading.TakeAsync(client, address, context.Clock, CancellationToken.None) : null;
            all.Add(new HostDiagnosis(host.Service, context.Platform.Describe(host), health, context.Platform.ReadLogTail(host, LogLines)));
        }

        return all;
    }

    /// <summary>Tells it in short; the whole of it is in the <see cref="DiagnosisBundle"/>.</summary>
    public static void Print(DeliveryContext context, IEnumerable<HostDiagnosis> hosts)
    {
        foreach (var host in hosts)
        {
            context.Output.Error($"{host.Service}: {Text(host.Report)}");
            if (host.Health is { } health)
            {
                context.Output.Error($"  health: {Text(health)}");
            }

            foreach (var line in host.Log.TakeLast(LogLinesPrinted))
            {
                context.Output.Error($"  log: {line}");
            }
        }
    }

    public static string Text(InstanceReport report) => $"{report.State}{(report.LastExit is { } last ? $", last ended with {last}" : "")}";

    public static string Text(HealthReading health) => $"{(health.StatusCode is { } code ? $"{code} " : "")}{health.Body.ReplaceLineEndings(" ")}";
}
