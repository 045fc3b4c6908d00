using FinanceHub.Delivery.Health;
using FinanceHub.Delivery.Http;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Tells what the hosts of a failed release said and did, before they are stopped.</summary>
internal static class Diagnosis
{
    private const int LogLines = 15;
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(1);

    public static async Task PrintAsync(DeliveryContext context, IReadOnlyCollection<IInstance> hosts)
    {
        using var client = LocalHttp.Create(ProbeTimeout);
        foreach (var host in hosts)
        {
            var report = context.Platform.Describe(host);
            context.Output.Error($"{host.Service}: {report.State}{(report.LastExit is { } last ? $", last ended with {last}" : "")}");
            if (host.Address is { } address)
            {
                var reading = await HealthReading.TakeAsync(client, address, context.Clock, CancellationToken.None);
                context.Output.Error($"  health: {(reading.StatusCode is { } code ? $"{code} " : "")}{reading.Body.ReplaceLineEndings(" ")}");
            }

            foreach (var line in context.Platform.ReadLogTail(host, LogLines))
            {
                context.Output.Error($"  log: {line}");
            }
        }
    }
}
