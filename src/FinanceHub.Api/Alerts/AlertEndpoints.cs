using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Market;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Alerts;
using FinanceHub.Data.Portfolios;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Alerts;

internal static class AlertEndpoints
{
    private const int UsualPage = 50;
    private const int LargestPage = 500;
    private const int LastPage = 1_000_000;

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("/alerts").RequireAuthorization();
        alerts.MapGet("/", ListAsync);
        alerts.MapPost("/", CreateAsync);
        alerts.MapGet("/{alertId:guid}", GetAsync);
        alerts.MapPut("/{alertId:guid}", ChangeAsync).RequiresRevision();
        alerts.MapDelete("/{alertId:guid}", DeleteAsync).RequiresRevision();
        alerts.MapGet("/history", HistoryAsync);
        alerts.MapPost("/history/read", MarkReadAsync);
    }

    private static async Task<Ok<IReadOnlyList<AlertResponse>>> ListAsync(ClaimsPrincipal user, AlertStore store, CancellationToken cancellation)
    {
        var alerts = await store.ListAsync(user.UserId(), cancellation);
        return TypedResults.Ok<IReadOnlyList<AlertResponse>>([.. alerts.Select(AlertResponse.Of)]);
    }

    private static async Task<Results<Created<AlertResponse>, ValidationProblem>> CreateAsync(
        AlertRequest request, ClaimsPrincipal user, HttpResponse response, AlertStore store, CancellationToken cancellation)
    {
        var faults = new FieldFaults();
        var terms = request.Read(faults);
        if (faults.Any)
            return faults.ToProblem();
        switch (await store.CreateAsync(user.UserId(), Symbols.Normalise(request.Symbol), terms, cancellation))
        {
            case CreateAlertResult.Created { Alert: var alert }:
                response.SetRevision(alert.Revision);
                return TypedResults.Created($"/api/v1/alerts/{alert.Id}", AlertResponse.Of(alert));
            case CreateAlertResult.Full:
                return FieldFaults.Of("symbol", $"Expected at most {AlertStore.MostAlerts} alerts: delete one first.");
            default:
                return Symbols.Unknown(request.Symbol);
        }
    }

    private static async Task<Results<Ok<AlertResponse>, NotFound>> GetAsync(
        Guid alertId, ClaimsPrincipal user, HttpResponse response, AlertStore store, CancellationToken cancellation)
    {
        if (await store.FindAsync(user.UserId(), alertId, cancellation) is not { } alert)
            return TypedResults.NotFound();
        response.SetRevision(alert.Revision);
        return TypedResults.Ok(AlertResponse.Of(alert));
    }

    private static async Task<Results<Ok<AlertResponse>, ValidationProblem, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid alertId, AlertRequest body, ClaimsPrincipal user, HttpContext context, AlertStore store, CancellationToken cancellation)
    {
        // Whose alert it is comes before what is wrong with the request: others learn nothing about it.
        if (await store.FindAsync(user.UserId(), alertId, cancellation) is not { } before)
            return TypedResults.NotFound();
        if (!context.Request.HasExpectedRevision())
            return Preconditions.Required();
        var faults = new FieldFaults();
        var terms = body.Read(faults);
        if (body.Symbol is not null && Symbols.Normalise(body.Symbol) != before.Symbol)
            faults.Add("symbol", $"Expected {before.Symbol}, which the alert is about, found \"{body.Symbol}\": set another alert instead.");
        if (faults.Any)
            return faults.ToProblem();
        var result = await store.ChangeAsync(user.UserId(), alertId, terms, context.Request.ExpectedRevision(), cancellation);
        if (result == ChangeResult.Stale)
            return Preconditions.Failed();
        if (result == ChangeResult.NotFound || await store.FindAsync(user.UserId(), alertId, cancellation) is not { } alert)
            return TypedResults.NotFound();
        context.Response.SetRevision(alert.Revision);
        return TypedResults.Ok(AlertResponse.Of(alert));
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(
        Guid alertId, ClaimsPrincipal user, HttpRequest request, AlertStore store, CancellationToken cancellation) => request.HasExpectedRevision()
            ? (await store.DeleteAsync(user.UserId(), alertId, request.ExpectedRevision(), cancellation)).ToDeleted()
            : Preconditions.Missing(await store.FindAsync(user.UserId(), alertId, cancellation));

    private static async Task<Results<Ok<AlertHistoryResponse>, ValidationProblem>> HistoryAsync(
        string? page, string? pageSize, ClaimsPrincipal user, AlertStore store, CancellationToken cancellation)
    {
        var faults = new FieldFaults();
        var number = QueryFields.Number("page", page, 1, 1, LastPage, faults);
        var size = QueryFields.Number("pageSize", pageSize, UsualPage, 1, LargestPage, faults);
        if (faults.Any)
            return faults.ToProblem();
        var history = await store.HistoryAsync(user.UserId(), number, size, cancellation);
        return TypedResults.Ok(new AlertHistoryResponse([.. history.Items.Select(AlertEventResponse.Of)], number, size, history.Total, history.Unread));
    }

    private static async Task<NoContent> MarkReadAsync(ClaimsPrincipal user, AlertStore store, CancellationToken cancellation)
    {
        await store.MarkReadAsync(user.UserId(), cancellation);
        return TypedResults.NoContent();
    }
}
