using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.ServiceDefaults;

/// <summary>One identifier for a request on its way through all hosts: in every log line of it, in problem documents, and on the answer.</summary>
public static class RequestIds
{
    /// <summary>The header that carries it.</summary>
    public const string HeaderName = "X-Request-Id";

    private const int LongestAccepted = 128;

    /// <summary>Adopts the identifier that the request brought, or gives it one. To be called before everything that logs or answers.</summary>
    /// <remarks>The framework's own log scope tells <see cref="HttpContext.TraceIdentifier"/> as RequestId.</remarks>
    public static WebApplication UseRequestIds(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            var given = context.Request.Headers[HeaderName].ToString();
            context.TraceIdentifier = IsUsable(given) ? given : Guid.NewGuid().ToString("n");
            // For whom the request is passed on to.
            context.Request.Headers[HeaderName] = context.TraceIdentifier;
            // On starting: an error handler clears the headers that were set before it.
            context.Response.OnStarting(SetHeader, context);
            return next(context);
        });
        return app;
    }

    // It ends up in logs: nothing that could forge a line or fill a disk.
    private static bool IsUsable(string id) => id.Length is > 0 and <= LongestAccepted && id.All(c => c is > ' ' and < '\x7f');

    private static Task SetHeader(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers[HeaderName] = context.TraceIdentifier;
        return Task.CompletedTask;
    }
}
