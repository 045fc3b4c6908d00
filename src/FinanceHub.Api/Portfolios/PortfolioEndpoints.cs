using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Portfolios;

internal static class PortfolioEndpoints
{
    public static void MapPortfolios(this IEndpointRouteBuilder routes)
    {
        var portfolios = routes.MapGroup("/portfolios").RequireAuthorization();
        portfolios.MapGet("/", ListAsync);
        portfolios.MapPost("/", CreateAsync);
        portfolios.MapGet("/{id:guid}", GetAsync);
        portfolios.MapPut("/{id:guid}", ChangeAsync).RequiresRevision();
        portfolios.MapDelete("/{id:guid}", DeleteAsync).RequiresRevision();
    }

    private static async Task<Ok<IReadOnlyList<PortfolioResponse>>> ListAsync(ClaimsPrincipal user, PortfolioStore store, CancellationToken cancellation)
    {
        var portfolios = await store.ListAsync(user.UserId(), cancellation);
        return TypedResults.Ok<IReadOnlyList<PortfolioResponse>>([.. portfolios.Select(PortfolioResponse.Of)]);
    }

    private static async Task<Results<Ok<PortfolioResponse>, NotFound>> GetAsync(
        Guid id, ClaimsPrincipal user, PortfolioStore store, HttpResponse response, CancellationToken cancellation)
    {
        if (await store.FindAsync(user.UserId(), id, cancellation) is not { } portfolio)
            return TypedResults.NotFound();
        response.SetRevision(portfolio.Revision);
        return TypedResults.Ok(PortfolioResponse.Of(portfolio));
    }

    private static async Task<Results<Created<PortfolioResponse>, ValidationProblem>> CreateAsync(
        CreatePortfolioRequest request, ClaimsPrincipal user, PortfolioStore store, HttpResponse response, CancellationToken cancellation)
    {
        var faults = new FieldFaults();
        var (name, currency, method) = request.Read(faults);
        if (faults.Any)
            return faults.ToProblem();

        var portfolio = await store.CreateAsync(user.UserId(), name, currency, method, cancellation);
        response.SetRevision(portfolio.Revision);
        return TypedResults.Created($"/api/v1/portfolios/{portfolio.Id}", PortfolioResponse.Of(portfolio));
    }

    private static async Task<Results<Ok<PortfolioResponse>, ValidationProblem, ProblemHttpResult, NotFound>> ChangeAsync(
        Guid id, ChangePortfolioRequest request, ClaimsPrincipal user, PortfolioStore store, HttpContext context, CancellationToken cancellation)
    {
        if (await store.FindAsync(user.UserId(), id, cancellation) is null)
            return TypedResults.NotFound();
        if (!context.Request.HasExpectedRevision())
            return Preconditions.Required();

        var faults = new FieldFaults();
        var (name, method) = request.Read(faults);
        if (faults.Any)
            return faults.ToProblem();

        var result = await store.ChangeAsync(user.UserId(), id, context.Request.ExpectedRevision(), name, method, cancellation);
        if (result == ChangeResult.Stale)
            return Preconditions.Failed();
        if (result == ChangeResult.NotFound || await store.FindAsync(user.UserId(), id, cancellation) is not { } changed)
            return TypedResults.NotFound();
        context.Response.SetRevision(changed.Revision);
        return TypedResults.Ok(PortfolioResponse.Of(changed));
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(
        Guid id, ClaimsPrincipal user, PortfolioStore store, HttpRequest request, CancellationToken cancellation) => request.HasExpectedRevision()
            ? (await store.DeleteAsync(user.UserId(), id, request.ExpectedRevision(), cancellation)).ToDeleted()
            : Preconditions.Missing(await store.FindAsync(user.UserId(), id, cancellation));
}
