using Yarp.ReverseProxy.Forwarder;

namespace FinanceHub.Gateway.Forwarding;

/// <summary>What a destination is told about the request's origin. The gateway is the front door: what a client claims there is replaced.</summary>
internal sealed class RequestHeaders : HttpTransformer
{
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        Replace(proxyRequest, "X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
        Replace(proxyRequest, "X-Forwarded-Proto", httpContext.Request.Scheme);
        Replace(proxyRequest, "X-Forwarded-Host", httpContext.Request.Host.Value);
        Replace(proxyRequest, "Forwarded", null);
    }

    private static void Replace(HttpRequestMessage request, string name, string? value)
    {
        request.Headers.Remove(name);
        if (!string.IsNullOrEmpty(value))
            request.Headers.TryAddWithoutValidation(name, value);
    }
}
