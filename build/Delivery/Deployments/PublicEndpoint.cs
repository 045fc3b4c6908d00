using System.Net;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Decides where the gateway listens: where it already does, else where it was asked to, else where the environment says.</summary>
internal static class PublicEndpoint
{
    /// <exception cref="DeliveryFailure">The port belongs to another program (<see cref="ExitCode.PortInUse"/>), or the running gateway
    /// has another one than was asked for (<see cref="ExitCode.Usage"/>).</exception>
    public static IPEndPoint Resolve(DeliveryContext context, int? port, Observation found)
    {
        var environment = context.Environment;
        if (port is < 1 or > 65535)
        {
            throw new DeliveryFailure(ExitCode.Usage, $"The port is {port}, expected 1 to 65535.");
        }

        var current = found.Listen;
        if (found.GatewayRuns && current is not null)
        {
            return port is null || port == current.Port
                ? current
                : throw new DeliveryFailure(ExitCode.Usage,
                    $"The environment '{environment.Name}' runs on port {current.Port} and cannot move to {port} without a pause. Stop it first (./build.sh Stop --env {environment.Name}), then deploy with --port {port}.");
        }

        var wanted = new IPEndPoint(IPAddress.Parse(environment.Address), port ?? current?.Port ?? environment.Port);
        return context.Platform.CanListen(wanted)
            ? wanted
            : throw new DeliveryFailure(ExitCode.PortInUse,
                $"Port {wanted.Port} on {wanted.Address} belongs to another program. Stop that program, or choose another port: --port {(wanted.Port < 65535 ? wanted.Port + 1 : 8080)}");
    }
}
