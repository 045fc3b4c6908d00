using FinanceHub.Gateway.Routing;
using FinanceHub.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace FinanceHub.Gateway;

/// <summary><c>/version</c> of the gateway: its own release and the one that it serves, which differ after a rollback.</summary>
internal static class VersionAnswer
{
    internal static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != OwnPaths.Version)
            return next(context);
        var own = context.RequestServices.GetRequiredService<ReleaseIdentity>();
        var serving = context.RequestServices.GetRequiredService<RouteSwitch>().ServingReleaseId;
        return context.Response.WriteAsJsonAsync(
            new VersionReport(own.ServiceId, own.Version, own.Commit, own.ReleaseId, serving, context.RequestServices.GetRequiredService<IOptions<FeatureOptions>>().Value),
            GatewayJson.Default.VersionReport,
            cancellationToken: context.RequestAborted);
    }
}
