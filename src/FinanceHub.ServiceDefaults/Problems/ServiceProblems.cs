using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.ServiceDefaults;

/// <summary>Every error of an HTTP interface is a problem document (RFC 9457).</summary>
public static class ServiceProblems
{
    /// <summary>Turns exceptions and empty error answers into problem documents; for hosts whose clients are programs.</summary>
    public static WebApplication UseServiceProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        return app;
    }

    internal static void AddServiceProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["requestId"] = context.HttpContext.TraceIdentifier);
        services.AddExceptionHandler<BadRequestHandler>();
        // In every environment alike; without it the reason why a request is unreadable is lost.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>A request that could not be read is the client's fault and says which.</summary>
    private sealed class BadRequestHandler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not BadHttpRequestException fault)
                return false;

            httpContext.Response.StatusCode = fault.StatusCode;
            return await problems.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = { Status = fault.StatusCode, Title = "The request cannot be read.", Detail = RequestFault.Describe(fault) },
            });
        }
    }
}
