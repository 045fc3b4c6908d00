using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinanceHub.Gateway.Routing;

/// <summary>Whether the gateway knows where to send requests. A new one without routes is ready for them; one that lost them is not.</summary>
internal sealed class RoutesHealthCheck(RouteSwitch routes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (routes.Fault is { } fault)
            return HealthCheckResult.Unhealthy($"The stored routes cannot be used: {fault}");
        return routes.ServingReleaseId is { } serving
            ? HealthCheckResult.Healthy(data: new Dictionary<string, object> { ["componentType"] = "component", ["observedValue"] = serving, ["observedUnit"] = "servingReleaseId" })
            : HealthCheckResult.Degraded("No routes yet.");
    }
}
