using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Holdings;

internal static class HoldingsEndpoints
{
    public static void MapHoldings(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/portfolios/{id:guid}/holdings", GetAsync).RequireAuthorization();

    private static async Task<Results<Ok<HoldingsResponse>, NotFound>> GetAsync(
        Guid id, ClaimsPrincipal user, PortfolioStore portfolios, PriceStore prices, CancellationToken cancellation)
    {
        var portfolio = await portfolios.FindWithActivitiesAsync(user.UserId(), id, cancellation);
        if (portfolio is null)
            return TypedResults.NotFound();

        var ledger = Ledger.Replay(portfolio.Activities.Select(activity => activity.ToActivity()), out var fault)
            ?? throw new InvalidOperationException($"The stored activities of portfolio {id} do not add up: {fault?.Message}");
        var held = ledger.Positions.Values.Where(position => position.Quantity > 0).Select(position => position.Symbol).ToList();
        var quotes = await prices.LatestAsync(held, cancellation);
        return TypedResults.Ok(HoldingsResponse.Of(PortfolioValuation.Of(ledger, portfolio.Currency, quotes), ledger));
    }
}
