using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Market;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Watchlists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Watchlists;

internal static class WatchlistEndpoints
{
    public static void MapWatchlists(this IEndpointRouteBuilder routes)
    {
        var watchlists = routes.MapGroup("/watchlists").RequireAuthorization();
        watchlists.MapGet("/", ListAsync);
        watchlists.MapPost("/", CreateAsync);
        watchlists.MapGet("/{watchlistId:guid}", GetAsync);
        watchlists.MapPut("/{watchlistId:guid}", RenameAsync).RequiresRevision();
        watchlists.MapDelete("/{watchlistId:guid}", DeleteAsync).RequiresRevision();
        watchlists.MapPut("/{watchlistId:guid}/items/{symbol}", AddItemAsync);
        watchlists.MapDelete("/{watchlistId:guid}/items/{symbol}", RemoveItemAsync);
    }

    private static async Task<Ok<IReadOnlyList<WatchlistResponse>>> ListAsync(
        ClaimsPrincipal user, WatchlistStore store, MarketDataStore market, CancellationToken cancellation)
    {
        var lists = await store.ListAsync(user.UserId(), cancellation);
        var quotes = await market.QuotesAsync(lists.SelectMany(list => list.Items).Select(item => item.Symbol), cancellation);
        var splits = await market.SplitsAsync(user.UserId(), quotes.Values, cancellation);
        return TypedResults.Ok<IReadOnlyList<WatchlistResponse>>([.. lists.Select(list => WatchlistResponse.Of(list, quotes, splits))]);
    }

    private static async Task<Results<Created<WatchlistResponse>, ValidationProblem>> CreateAsync(
        WatchlistRequest request, ClaimsPrincipal user, HttpResponse response, WatchlistStore store, MarketDataStore market, CancellationToken cancellation)
    {
        var faults = new FieldFaults();
        var name = request.Read(faults);
        if (faults.Any)
            return faults.ToProblem();
        switch (await store.CreateAsync(user.UserId(), name, cancellation))
        {
            case CreateWatchlistResult.Created { List: var list }:
                response.SetRevision(list.Revision);
                return TypedResults.Created($"/api/v1/watchlists/{list.Id}", await ResponseAsync(list, market, cancellation));
            case CreateWatchlistResult.Full:
                return FieldFaults.Of("name", $"Expected at most {WatchlistStore.MostLists} watchlists: delete one first.");
            default:
                return NameTaken(name);
        }
    }

    private static async Task<Results<Ok<WatchlistResponse>, NotFound>> GetAsync(
        Guid watchlistId, ClaimsPrincipal user, HttpResponse response, WatchlistStore store, MarketDataStore market, CancellationToken cancellation)
    {
        if (await store.FindAsync(user.UserId(), watchlistId, cancellation) is not { } list)
            return TypedResults.NotFound();
        response.SetRevision(list.Revision);
        return TypedResults.Ok(await ResponseAsync(list, market, cancellation));
    }

    private static async Task<Results<Ok<WatchlistResponse>, ValidationProblem, NotFound, ProblemHttpResult>> RenameAsync(
        Guid watchlistId, WatchlistRequest body, ClaimsPrincipal user, HttpContext context, WatchlistStore store, MarketDataStore market, CancellationToken cancellation)
    {
        // Whose list it is comes before what is wrong with the request: others learn nothing about it.
        if (await store.FindAsync(user.UserId(), watchlistId, cancellation) is null)
            return TypedResults.NotFound();
        if (!context.Request.HasExpectedRevision())
            return Preconditions.Required();
        var faults = new FieldFaults();
        var name = body.Read(faults);
        if (faults.Any)
            return faults.ToProblem();
        return await store.RenameAsync(user.UserId(), watchlistId, name, context.Request.ExpectedRevision(), cancellation) switch
        {
            null => NameTaken(name),
            ChangeResult.Stale => Preconditions.Failed(),
            ChangeResult.Done when await store.FindAsync(user.UserId(), watchlistId, cancellation) is { } list => await ChangedAsync(list, context, market, cancellation),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(
        Guid watchlistId, ClaimsPrincipal user, HttpRequest request, WatchlistStore store, CancellationToken cancellation) => request.HasExpectedRevision()
            ? (await store.DeleteAsync(user.UserId(), watchlistId, request.ExpectedRevision(), cancellation)).ToDeleted()
            : Preconditions.Missing(await store.FindAsync(user.UserId(), watchlistId, cancellation));

    // Without If-Match: what else was put on the list meanwhile makes no difference to this one.
    private static async Task<Results<NoContent, NotFound, ValidationProblem>> AddItemAsync(
        Guid watchlistId, string symbol, ClaimsPrincipal user, WatchlistStore store, CancellationToken cancellation) =>
        await store.AddItemAsync(user.UserId(), watchlistId, Symbols.Normalise(symbol), cancellation) switch
        {
            AddItemResult.Done => TypedResults.NoContent(),
            AddItemResult.UnknownSymbol => Symbols.Unknown(symbol),
            AddItemResult.Full => FieldFaults.Of("symbol", $"Expected at most {WatchlistStore.MostItems} instruments on one list: take one off first."),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<NoContent, NotFound>> RemoveItemAsync(
        Guid watchlistId, string symbol, ClaimsPrincipal user, WatchlistStore store, CancellationToken cancellation) =>
        await store.RemoveItemAsync(user.UserId(), watchlistId, Symbols.Normalise(symbol), cancellation) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Ok<WatchlistResponse>> ChangedAsync(WatchlistEntity list, HttpContext context, MarketDataStore market, CancellationToken cancellation)
    {
        context.Response.SetRevision(list.Revision);
        return TypedResults.Ok(await ResponseAsync(list, market, cancellation));
    }

    private static async Task<WatchlistResponse> ResponseAsync(WatchlistEntity list, MarketDataStore market, CancellationToken cancellation)
    {
        var quotes = await market.QuotesAsync(list.Items.Select(item => item.Symbol), cancellation);
        return WatchlistResponse.Of(list, quotes, await market.SplitsAsync(list.OwnerId, quotes.Values, cancellation));
    }

    private static ValidationProblem NameTaken(string name) => FieldFaults.Of("name", $"There is a watchlist of the name \"{name}\" already.");
}
