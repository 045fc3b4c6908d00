using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Smoke;

namespace FinanceHub.Delivery.Deployments;

/// <summary>The smoke suite against the hosts of a release, past the gateway.</summary>
internal static class ReleaseSmoke
{
    /// <exception cref="DeliveryFailure">The release does not do what customers need.</exception>
    public static async Task RequireAsync(DeliveryContext context, IReadOnlyList<IInstance> hosts, string releaseId, CancellationToken cancellation)
    {
        var target = new SmokeTarget { Api = AddressOf(hosts, ServiceNames.Api), Web = AddressOf(hosts, ServiceNames.Web), ReleaseId = releaseId };
        var report = await context.Smoke.RunAsync(target, cancellation);
        if (report.ExitCode != ExitCode.Success)
        {
            throw new DeliveryFailure(ExitCode.SmokeFailed, $"{report.Summary} Correct the cause and deploy again.");
        }

        context.Output.Info(report.Summary);
    }

    private static Uri AddressOf(IReadOnlyList<IInstance> hosts, string service) => hosts.Single(host => host.Service == service).Address!;
}
