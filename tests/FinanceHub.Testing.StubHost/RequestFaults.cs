namespace FinanceHub.Testing.StubHost;

/// <summary>Makes answers slow or wrong, as switched, and stamps each with the release.</summary>
internal sealed class RequestFaults(StubOptions options, string releaseId)
{
    private int _requests;

    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["X-Release-Id"] = releaseId;
        if (!IsProbe(context.Request.Path))
        {
            await Task.Delay(options.DelayMilliseconds, context.RequestAborted).ConfigureAwait(false);
            if (FailsNow(Interlocked.Increment(ref _requests)))
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            }
        }

        await next(context).ConfigureAwait(false);
    }

    private static bool IsProbe(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/api/v1/system") || path == "/version";

    private bool FailsNow(int request) => request * options.ErrorPercent / 100 > (request - 1) * options.ErrorPercent / 100;
}
