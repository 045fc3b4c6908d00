using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FinanceHub.ServiceDefaults;

internal static class VersionEndpoint
{
    public const string Path = "/version";

    // A plain request delegate: no reflection over a lambda's parameters at every start.
    public static void MapVersionEndpoint(this WebApplication app) => app.MapGet(Path, static context =>
    {
        var release = context.RequestServices.GetRequiredService<ReleaseIdentity>();
        var features = context.RequestServices.GetRequiredService<IOptions<FeatureOptions>>().Value;
        return context.Response.WriteAsJsonAsync(
            new VersionReport(release.ServiceId, release.Version, release.Commit, release.ReleaseId, features),
            ReleaseFileJson.Default.VersionReport,
            contentType: "application/json",
            context.RequestAborted);
    });
}
