using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Valuations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Holdings;

internal static class HoldingsEndpoints
{
    private const int UsualSparkline = 30;

    public static void MapHoldings(this IEndpointRouteBuilder routes)
    {
        var portfolio = routes.MapGroup("/portfolios/{id:guid}").RequireAuthorization();
        portfolio.MapGet("/holdings", HoldingsAsync);
        portfolio.MapGet("/lots", LotsAsync);
        portfolio.MapGet("/allocation", AllocationAsync);
        portfolio.MapGet("/dividends", DividendsAsync);
    }

    private static async Task<Results<Ok<HoldingsResponse>, ValidationProblem, NotFound>> HoldingsAsync(
        Guid id, string? sparkline, ClaimsPrincipal user, PortfolioReader reader, MarketDataStore market, TimeProvider clock, CancellationToken cancellation)
    {
        if (await reader.FindAsync(user.UserId(), id, cancellation) is not { } portfolio)
            return TypedResults.NotFound();
        var faults = new FieldFaults();
        var closes = QueryFields.Number("sparkline", sparkline, UsualSparkline, 0, MarketDataStore.MostCloses, faults);
        return faults.Any
            ? faults.ToProblem()
            : TypedResults.Ok(HoldingsResponse.Of(await PortfolioSnapshot.TakeAsync(portfolio, reader, market, clock, cancellation), closes));
    }

    private static async Task<Results<Ok<LotsResponse>, NotFound>> LotsAsync(
        Guid id, string? symbol, ClaimsPrincipal user, PortfolioReader reader, MarketDataStore market, TimeProvider clock, CancellationToken cancellation)
    {
        if (await reader.FindAsync(user.UserId(), id, cancellation) is not { } portfolio)
            return TypedResults.NotFound();
        var snapshot = await PortfolioSnapshot.TakeAsync(portfolio, reader, market, clock, cancellation);
        return TypedResults.Ok(LotsResponse.Of(snapshot, portfolio.CostMethod, string.IsNullOrWhiteSpace(symbol) ? null : symbol.Trim().ToUpperInvariant()));
    }

    private static async Task<Results<Ok<AllocationResponse>, NotFound>> AllocationAsync(
        Guid id, ClaimsPrincipal user, PortfolioReader reader, MarketDataStore market, TimeProvider clock, CancellationToken cancellation) =>
        await reader.FindAsync(user.UserId(), id, cancellation) is { } portfolio
            ? TypedResults.Ok(AllocationResponse.Of(await PortfolioSnapshot.TakeAsync(portfolio, reader, market, clock, cancellation)))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<DividendsResponse>, ValidationProblem, NotFound>> DividendsAsync(
        Guid id, string? from, string? to, ClaimsPrincipal user, PortfolioReader reader, CancellationToken cancellation)
    {
        if (await reader.FindAsync(user.UserId(), id, cancellation) is not { } portfolio)
            return TypedResults.NotFound();
        var faults = new FieldFaults();
        var (first, last) = new DayRange(from, to).Read(faults);
        return faults.Any
            ? faults.ToProblem()
            : TypedResults.Ok(DividendsResponse.Of(portfolio.Currency, await reader.LedgerAsync(portfolio, cancellation), first, last));
    }
}
