using System.Globalization;
using System.Text.Json;
using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Text;

namespace FinanceHub.Delivery.Smoke;

/// <summary>Runs the suite against what is deployed, as customers reach it.</summary>
internal sealed class SmokeCommand(DeliveryContext context)
{
    public async Task<SmokeReport> RunAsync(SmokeRequest request, CancellationToken cancellation)
    {
        var target = request.Address is { } address ? SmokeTarget.Public(Parse(address), releaseId: null) : await DeployedAsync(cancellation);
        var report = await context.Smoke.RunAsync(target, cancellation);
        if (request.Json)
        {
            context.Output.Data(JsonSerializer.Serialize(report, SmokeJson.Default.SmokeReport));
        }
        else
        {
            TextTable.Print(context.Output, ["check", "verdict", "ms", "detail"], report.Checks.Select(Row));
        }

        return report;
    }

    private static Uri Parse(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? uri
        : throw new DeliveryFailure(ExitCode.Usage, $"Expected an address such as https://financehub.example, found '{address}': ./build.sh Smoke --address ADDRESS");

    private async Task<SmokeTarget> DeployedAsync(CancellationToken cancellation)
    {
        var found = await context.Platform.ObserveAsync(cancellation);
        return found is { GatewayRuns: true, ServingReleaseId: { } current, Listen: { } listen }
            ? SmokeTarget.Public(new PublicAddress(listen).Uri, current)
            : throw new DeliveryFailure(ExitCode.NotDeployed, $"Nothing runs in '{context.Environment.Name}', so there is nothing to smoke-test. Start it: ./build.sh Deploy --env {context.Environment.Name}");
    }

    private static string[] Row(SmokeCheck check) =>
    [
        check.Name,
        check.Verdict switch { SmokeVerdict.Pass => "pass", SmokeVerdict.Fail => "FAIL", _ => "not run" },
        check.Milliseconds.ToString("0.0", CultureInfo.InvariantCulture),
        check.Detail ?? "",
    ];
}
