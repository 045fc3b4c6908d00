namespace FinanceHub.Gateway.Forwarding;

/// <summary>Gives every request an identifier that its logs share, unless the client brought a usable one, and tells the client.</summary>
internal static class RequestIds
{
    private const int LongestAccepted = 128;

    internal static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var given = context.Request.Headers[RequestHeaders.RequestId].ToString();
        var id = IsUsable(given) ? given : Guid.NewGuid().ToString("n");
        context.Request.Headers[RequestHeaders.RequestId] = id;
        context.TraceIdentifier = id;
        context.Response.OnStarting(static state =>
        {
            var (response, value) = ((HttpResponse, string))state;
            response.Headers[RequestHeaders.RequestId] = value;
            return Task.CompletedTask;
        }, (context.Response, id));
        return next(context);
    }

    // It ends up in logs: nothing that could forge a line or fill a disk.
    private static bool IsUsable(string id) => id.Length is > 0 and <= LongestAccepted && id.All(c => c is > ' ' and < '\x7f');
}
