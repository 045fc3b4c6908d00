using System.Data.Common;
using System.Globalization;
using System.Net;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Processes;

/// <summary>How the hosts of a release are started; pure.</summary>
internal sealed class InstanceSpecs(ReleaseBundle release, StateDirectory state, EnvironmentLimits limits)
{
    /// <summary>How the database of an environment is opened.</summary>
    public static string ConnectionString(StateDirectory state) => new DbConnectionStringBuilder { ["Data Source"] = state.Database }.ConnectionString;

    /// <summary>The hosts that are started anew for each release.</summary>
    public IReadOnlyList<InstanceSpec> Hosts(int api, int web, int worker) =>
    [
        Host(ServiceNames.Api, api, []),
        Host(ServiceNames.Web, web, new() { [PlatformSettings.ApiAddress] = Loopback(api).GetLeftPart(UriPartial.Authority) }),
        Host(ServiceNames.Worker, worker, new() { [PlatformSettings.HeartbeatInterval] = "00:00:00.500" }),
    ];

    /// <summary>The gateway, whose public socket its supervisor holds.</summary>
    public InstanceSpec Gateway(IPEndPoint listen, int adminPort) => Spec(ServiceNames.Gateway, [], new()
    {
        [PlatformSettings.GatewayAdminPort] = adminPort.ToString(CultureInfo.InvariantCulture),
        [PlatformSettings.GatewayRoutesFile] = state.GatewayRoutes,
    }) with
    {
        Listen = listen.ToString(),
        ReadyUrl = new Uri(Loopback(adminPort), "/health/ready").ToString(),
    };

    /// <summary>The address of an instance on this machine.</summary>
    public static Uri Loopback(int port) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");

    private InstanceSpec Host(string service, int port, Dictionary<string, string> more)
    {
        var address = Loopback(port);
        return Spec(service, ["--urls", address.GetLeftPart(UriPartial.Authority)], new(more)
        {
            [PlatformSettings.DatabaseProvider] = "Sqlite",
            [PlatformSettings.ConnectionString] = ConnectionString(state),
            [PlatformSettings.KeyDirectory] = state.Keys,
        }) with
        { ReadyUrl = new Uri(address, "/health/ready").ToString() };
    }

    private InstanceSpec Spec(string service, IReadOnlyList<string> arguments, Dictionary<string, string> variables)
    {
        // Instrumentation for later optimisation slows down exactly the seconds that a replacement is waited for.
        variables["DOTNET_TieredPGO"] = "0";
        return new InstanceSpec
        {
            Service = service,
            ReleaseId = release.Manifest.ReleaseId,
            Program = release.EntryOf(service),
            Arguments = arguments,
            Environment = variables,
            WorkingDirectory = Path.GetDirectoryName(release.EntryOf(service)),
            StopTimeoutSeconds = (int)Math.Ceiling(limits.StopTimeout.TotalSeconds),
            ReadyTimeoutSeconds = (int)Math.Ceiling(limits.ReadyTimeout.TotalSeconds),
        };
    }
}
