using Microsoft.AspNetCore.HttpOverrides;

namespace FinanceHub.Web.Security;

internal static class SecurityHeaders
{
    /// <summary>Everything comes from here and nothing is inline: what is injected does not run.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Believes a gateway on this machine what it says about the client: else a cookie would not know that the request came by https.</summary>
    public static void UseGatewayHeaders(this WebApplication app) => app.UseForwardedHeaders(new ForwardedHeadersOptions
    {
        ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
    });

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // On starting: an error page clears the headers that were set before it.
        context.Response.OnStarting(static state => Set((HttpResponse)state), context.Response);
        return next(context);
    });

    private static Task Set(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
