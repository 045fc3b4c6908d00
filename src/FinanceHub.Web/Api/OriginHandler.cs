using FinanceHub.ServiceDefaults;

namespace FinanceHub.Web.Api;

/// <summary>Tells the API which request of whom it works for: so that logs share an identifier, and limits count the client and not this host.</summary>
internal sealed class OriginHandler(IHttpContextAccessor contexts) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (contexts.HttpContext is { } context)
        {
            request.Headers.TryAddWithoutValidation(RequestIds.HeaderName, context.TraceIdentifier);
            if (context.Connection.RemoteIpAddress is { } client)
                request.Headers.TryAddWithoutValidation("X-Forwarded-For", client.ToString());
        }

        return base.SendAsync(request, cancellationToken);
    }
}
