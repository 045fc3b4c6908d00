using System.Text.Json;
using FinanceHub.Gateway.Figures;
using FinanceHub.Gateway.Routing;
using Microsoft.Extensions.Options;

namespace FinanceHub.Gateway.Admin;

/// <summary>
/// <c>/routes</c> and <c>/traffic</c> on the admin port. Told from public traffic by the port that the connection came in on, which no client can
/// choose; a Host header it could, and behind a published port it would not even be right.
/// </summary>
internal sealed class AdminInterface(RouteSwitch routes, TrafficFigures figures, IOptions<GatewayOptions> options)
{
    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.LocalPort != options.Value.AdminPort || OwnPaths.Include(context.Request.Path))
            await next(context);
        else if (context.Request.Path == "/routes")
            await RoutesAsync(context);
        else if (context.Request.Path == "/traffic")
            await TrafficAsync(context);
        else
            await new ProblemDocument("Not found", StatusCodes.Status404NotFound, "The admin port knows /routes, /traffic, /health/live, /health/ready and /version.").WriteAsync(context);
    }

    private Task TrafficAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
            return context.Response.WriteAsJsonAsync(figures.Report(), FiguresJson.Default.TrafficReport, cancellationToken: context.RequestAborted);
        context.Response.Headers.Allow = "GET";
        return new ProblemDocument("Method not allowed", StatusCodes.Status405MethodNotAllowed, "/traffic takes GET.").WriteAsync(context);
    }

    private Task RoutesAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
            return AnswerAsync(context, routes.Report());
        if (HttpMethods.IsPut(context.Request.Method))
            return PutAsync(context);
        context.Response.Headers.Allow = "GET, PUT";
        return new ProblemDocument("Method not allowed", StatusCodes.Status405MethodNotAllowed, "/routes takes GET and PUT.").WriteAsync(context);
    }

    private async Task PutAsync(HttpContext context)
    {
        RouteDocument? document;
        try
        {
            document = await JsonSerializer.DeserializeAsync(context.Request.Body, GatewayJson.Default.RouteDocument, context.RequestAborted);
        }
        catch (JsonException fault)
        {
            await Invalid([$"The body is not valid: {fault.Message}"]).WriteAsync(context);
            return;
        }

        IReadOnlyList<string> faults = document is null ? ["The body is null, expected routes."] : RouteValidation.Faults(document);
        await (faults.Count > 0 ? Invalid(faults).WriteAsync(context) : AnswerAsync(context, routes.Apply(document!)));
    }

    private static Task AnswerAsync(HttpContext context, RouteReport report) =>
        context.Response.WriteAsJsonAsync(report, GatewayJson.Default.RouteReport, cancellationToken: context.RequestAborted);

    private static ProblemDocument Invalid(IReadOnlyList<string> faults) =>
        new("The routes are invalid; nothing was changed.", StatusCodes.Status400BadRequest, string.Join(" ", faults), faults);
}
