using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Activities;
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
    }

    private static async Task<Ok<IReadOnlyList<PortfolioResponse>>> ListAsync(ClaimsPrincipal user, PortfolioStore store, CancellationToken cancellation)
    {
        var portfolios = await store.ListAsync(user.UserId(), cancellation);
        return TypedResults.Ok<IReadOnlyList<PortfolioResponse>>([.. portfolios.Select(PortfolioResponse.Of)]);
    }

    private static async Task<Results<Ok<PortfolioResponse>, NotFound>> GetAsync(Guid id, ClaimsPrincipal user, PortfolioStore store, CancellationToken cancellation) =>
        await store.FindAsync(user.UserId(), id, cancellation) is { } portfolio ? TypedResults.Ok(PortfolioResponse.Of(portfolio)) : TypedResults.NotFound();

    private static async Task<Results<Created<PortfolioResponse>, ValidationProblem>> CreateAsync(
        CreatePortfolioRequest request, ClaimsPrincipal user, PortfolioStore store, CancellationToken cancellation)
    {
        var faults = new FieldFaults();
        var name = request.Name?.Trim();
        var currency = request.Currency?.Trim().ToUpperInvariant();
        if (name is null or { Length: 0 or > PortfolioRules.LongestName } || name.Any(char.IsControl))
            faults.Add("name", $"Expected a name of 1 to {PortfolioRules.LongestName} characters, all of them printable.");
        if (!CurrencyCode.IsValid(currency))
            faults.Add("currency", $"Expected a three-letter currency code, found \"{request.Currency}\".");
        if (faults.Any)
            return faults.ToProblem();

        var portfolio = await store.CreateAsync(user.UserId(), name!, currency!, cancellation);
        return TypedResults.Created($"/api/v1/portfolios/{portfolio.Id}", PortfolioResponse.Of(portfolio));
    }
}
