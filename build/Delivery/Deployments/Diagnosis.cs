using FinanceHub.Delivery.Health;
using FinanceHub.Delivery.Http;
using FinanceHub.Delivery.Processes;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Tells what the hosts of a failed release said and did, before they are stopped.</summary>
internal static class Diagnosis
{
    private const int LogLines = 15;
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(1);

    public static async Task PrintAsync(DeliveryContext context, IReadOnlyCollection<Instance> hosts)
    {
        using var client = LocalHttp.Create(ProbeTimeout);
        foreach (var host in hosts)
        {
            var status = host.Supervised.ReadStatus();
            var exit = status?.LastExit is { } last ? $", last ended with {last}" : "";
            context.Output.Error($"{host.Name.Service}: {status?.State.ToString().ToLowerInvariant() ?? "never started"}{exit}");
            if (host.Address is { } address)
            {
                var reading = await HealthReading.TakeAsync(client, address, context.Clock, CancellationToken.None);
                context.Output.Error($"  health: {(reading.StatusCode is { } code ? $"{code} " : "")}{reading.Body.ReplaceLineEndings(" ")}");
            }

            foreach (var line in host.Supervised.ReadLogTail(LogLines))
            {
                context.Output.Error($"  log: {line}");
            }
        }
    }
}
