using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace FinanceHub.Api.RateLimits;

/// <summary>Works on some requests at a time, lets some wait, and refuses the rest at once: a host that is too slow stays up and answers most.</summary>
internal sealed class OverloadGuard(RequestDelegate next, IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.Concurrent,
        QueueLimit = options.Value.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public void Dispose() => _limiter.Dispose();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!RateLimits.IsLimited(context.Request.Path))
        {
            await next(context);
            return;
        }

        using var permit = await _limiter.AcquireAsync(1, context.RequestAborted);
        if (permit.IsAcquired)
        {
            await next(context);
            return;
        }

        context.Response.Headers.RetryAfter = "1";
        await TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "Too many requests are being worked on.", detail: "Try again in a second.")
            .ExecuteAsync(context);
    }
}
