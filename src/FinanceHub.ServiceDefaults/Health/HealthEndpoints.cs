using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinanceHub.ServiceDefaults;

internal static class HealthEndpoints
{
    public const string MediaType = "application/health+json";

    public static void MapHealthEndpoints(this WebApplication app)
    {
        // Alive is a process that answers: a check of a dependency here would restart hosts because a database is away.
        app.MapHealthChecks("/health/live", Options(_ => false)).AllowAnonymous();
        app.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(HealthTags.Ready))).AllowAnonymous();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> predicate) =>
        new() { Predicate = predicate, ResponseWriter = WriteAsync, AllowCachingResponses = false };

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var services = context.RequestServices;
        var document = HealthDocumentFactory.Create(
            services.GetRequiredService<ReleaseIdentity>(),
            report,
            services.GetRequiredService<TimeProvider>().GetUtcNow());
        return context.Response.WriteAsJsonAsync(document, HealthJson.Default.HealthDocument, MediaType, context.RequestAborted);
    }
}
