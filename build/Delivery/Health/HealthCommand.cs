using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Http;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Text;

namespace FinanceHub.Delivery.Health;

/// <summary>Asks every service of an environment for its health.</summary>
internal sealed class HealthCommand(DeliveryContext context)
{
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Processor use is measured over at least that: the clock of the system's accounts ticks every 10 ms.</summary>
    private static readonly TimeSpan UseWindow = TimeSpan.FromMilliseconds(500);

    public async Task<HealthReport> RunAsync(HealthRequest request, CancellationToken cancellation)
    {
        var report = await AskAsync(request.Strict, cancellation);
        if (request.Json)
        {
            context.Output.Data(JsonSerializer.Serialize(report, HealthJson.Default.HealthReport));
        }
        else
        {
            TextTable.Print(context.Output, ["service", "status", "ms", "cpu", "memory", "release", "remarks"], report.Services.Select(Row));
        }

        return report;
    }

    private async Task<HealthReport> AskAsync(bool strict, CancellationToken cancellation)
    {
        var found = await context.Platform.ObserveAsync(cancellation);
        var current = found.ServingReleaseId;
        var targets = found.Serving
            .Where(host => host.Address is not null)
            .OrderBy(host => Array.IndexOf([.. ServiceNames.Running], host.Service))
            .Select(host => (Instance: host, Address: host.Address!, Expected: current))
            .ToList();
        if (found is { Listen: { } listen, Gateway: { } gateway })
        {
            targets.Insert(0, (gateway, new PublicAddress(listen).Uri, null));
        }

        using var client = LocalHttp.Create(ProbeTimeout);
        var services = await Task.WhenAll(targets.Select(async target =>
        {
            var use = UseAsync(target.Instance, cancellation);
            var health = Interpret(target.Instance.Service, target.Expected, await HealthReading.TakeAsync(client, target.Address, context.Clock, cancellation));
            var (memory, processor) = await use;
            return health with { MemoryBytes = memory, ProcessorPercent = processor };
        }));
        return Judge(context.Environment.Name, current, services, strict);
    }

    private async Task<(long? MemoryBytes, double? ProcessorPercent)> UseAsync(IInstance instance, CancellationToken cancellation)
    {
        var (before, start) = (context.Platform.Describe(instance), context.Clock.GetTimestamp());
        await Task.Delay(UseWindow, context.Clock, cancellation);
        var (after, window) = (context.Platform.Describe(instance), context.Clock.GetElapsedTime(start));
        return (after.MemoryBytes, after.ProcessId == before.ProcessId && after.ProcessorTime - before.ProcessorTime is { } used
            ? Math.Round(100 * used / window, 1)
            : null);
    }

    /// <summary>The worst of all; a host that does not answer fails, a gateway that does not is no environment at all.</summary>
    internal static HealthReport Judge(string environment, string? releaseId, IReadOnlyList<ServiceHealth> services, bool strict)
    {
        var reachable = releaseId is not null && services.Any(service => service is { Service: ServiceNames.Gateway, Status: not "unreachable" });
        var failed = services.Any(service => service.Status is not ("pass" or "warn")) || ServiceNames.Running.Any(name => services.All(service => service.Service != name));
        var warned = services.Any(service => service.Status == "warn");
        return new HealthReport
        {
            Environment = environment,
            ReleaseId = releaseId,
            Status = failed || !reachable ? "fail" : warned ? "warn" : "pass",
            Services = services,
            ExitCode = !reachable ? ExitCode.NotDeployed : failed || (warned && strict) ? ExitCode.Failed : ExitCode.Success,
        };
    }

    private static ServiceHealth Interpret(string service, string? expected, HealthReading reading)
    {
        var foreign = expected is not null && reading.ReleaseId is { } served && served != expected;
        return new ServiceHealth
        {
            Service = service,
            Status = reading.StatusCode is null ? "unreachable" : foreign || !reading.IsReady ? "fail" : reading.Status!,
            Milliseconds = Math.Round(reading.Elapsed.TotalMilliseconds, 1),
            ReleaseId = reading.ReleaseId,
            Report = Parse(reading.Body),
            Reason = foreign ? $"answers as {reading.ReleaseId}, expected {expected}" : reading.Status is null ? reading.Body : null,
        };
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null; // Reason carries the text
        }
    }

    private static string[] Row(ServiceHealth service) =>
    [
        service.Service,
        service.Status,
        service.Milliseconds.ToString("0.0", CultureInfo.InvariantCulture),
        service.ProcessorPercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:0} %") : "-",
        service.MemoryBytes is { } bytes ? TextTable.Mebibytes(bytes) : "-",
        service.ReleaseId ?? "-",
        service.Reason ?? Complaints(service.Report),
    ];

    /// <summary>The checks that do not pass, with what they say.</summary>
    private static string Complaints(JsonNode? report) => report?["checks"] is not JsonObject checks ? "" : string.Join("; ",
        from check in checks
        from entry in check.Value as JsonArray ?? []
        let status = entry?["status"]?.ToString()
        where status is not (null or "pass")
        select $"{check.Key} {status}{(entry["output"] is { } output ? $": {output}" : "")}");
}
