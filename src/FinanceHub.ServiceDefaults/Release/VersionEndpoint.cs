using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.ServiceDefaults;

internal static class VersionEndpoint
{
    public const string Path = "/version";

    // A plain request delegate: no reflection over a lambda's parameters at every start.
    public static void MapVersionEndpoint(this WebApplication app) => app.MapGet(Path, static context =>
        context.Response.WriteAsJsonAsync(
            (ReleaseIdentity)context.RequestServices.GetService(typeof(ReleaseIdentity))!,
            ReleaseFileJson.Default.ReleaseIdentity,
            contentType: "application/json",
            context.RequestAborted));
}
