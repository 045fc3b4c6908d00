using FinanceHub.Gateway.Routing;

namespace FinanceHub.Gateway;

/// <summary>RFC 9457 problem of the gateway itself. Always JSON, whatever the client accepts: a blank page would say nothing.</summary>
internal sealed record ProblemDocument(string Title, int Status, string Detail, IReadOnlyList<string>? Errors = null)
{
    internal Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        return context.Response.WriteAsJsonAsync(this, GatewayJson.Default.ProblemDocument, "application/problem+json", context.RequestAborted);
    }
}
