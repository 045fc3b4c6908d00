using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Portfolios;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/portfolios/{id:guid}/accounts").RequireAuthorization();
        accounts.MapGet("/", ListAsync);
        accounts.MapPost("/", CreateAsync);
        accounts.MapGet("/{accountId:guid}", GetAsync);
        accounts.MapPut("/{accountId:guid}", RenameAsync).RequiresRevision();
        accounts.MapDelete("/{accountId:guid}", DeleteAsync).RequiresRevision();
    }

    private static async Task<Results<Ok<IReadOnlyList<AccountResponse>>, NotFound>> ListAsync(
        Guid id, ClaimsPrincipal user, AccountStore store, CancellationToken cancellation) =>
        await store.ListAsync(user.UserId(), id, cancellation) is { } accounts
            ? TypedResults.Ok<IReadOnlyList<AccountResponse>>([.. accounts.Select(AccountResponse.Of)])
            : TypedResults.NotFound();

    private static async Task<Results<Ok<AccountResponse>, NotFound>> GetAsync(
        Guid id, Guid accountId, ClaimsPrincipal user, AccountStore store, HttpResponse response, CancellationToken cancellation) =>
        await FoundAsync(id, accountId, user, store, response, cancellation) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    private static async Task<Results<Created<AccountResponse>, ValidationProblem, NotFound>> CreateAsync(
        Guid id, AccountRequest request, ClaimsPrincipal user, PortfolioStore portfolios, AccountStore store, HttpResponse response, CancellationToken cancellation)
    {
        if (await portfolios.FindAsync(user.UserId(), id, cancellation) is null)
            return TypedResults.NotFound();
        var faults = new FieldFaults();
        var name = request.Read(faults);
        if (faults.Any)
            return faults.ToProblem();

        var (result, accountId) = await store.CreateAsync(user.UserId(), id, name, cancellation);
        if (result == AccountResult.NameTaken)
            return NameTaken(name);
        return await FoundAsync(id, accountId, user, store, response, cancellation) is { } created
            ? TypedResults.Created($"/api/v1/portfolios/{id}/accounts/{accountId}", created)
            : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<AccountResponse>, ValidationProblem, ProblemHttpResult, NotFound>> RenameAsync(
        Guid id, Guid accountId, AccountRequest request, ClaimsPrincipal user, AccountStore store, HttpContext context, CancellationToken cancellation)
    {
        if (await store.FindAsync(user.UserId(), id, accountId, cancellation) is null)
            return TypedResults.NotFound();
        if (!context.Request.HasExpectedRevision())
            return Preconditions.Required();
        var faults = new FieldFaults();
        var name = request.Read(faults);
        if (faults.Any)
            return faults.ToProblem();

        return await store.RenameAsync(user.UserId(), id, accountId, context.Request.ExpectedRevision(), name, cancellation) switch
        {
            AccountResult.NameTaken => NameTaken(name),
            AccountResult.Stale => Preconditions.Failed(),
            AccountResult.Done when await FoundAsync(id, accountId, user, store, context.Response, cancellation) is { } renamed => TypedResults.Ok(renamed),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(
        Guid id, Guid accountId, ClaimsPrincipal user, AccountStore store, HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasExpectedRevision())
            return Preconditions.Missing(await store.FindAsync(user.UserId(), id, accountId, cancellation));
        return await store.DeleteAsync(user.UserId(), id, accountId, request.ExpectedRevision(), cancellation) switch
        {
            AccountResult.Done => TypedResults.NoContent(),
            AccountResult.Stale => Preconditions.Failed(),
            AccountResult.InUse => TypedResults.Problem(
                statusCode: StatusCodes.Status409Conflict, title: "Activities name this account.", detail: "Move them to another account or delete them first."),
            _ => TypedResults.NotFound(),
        };
    }

    /// <summary>The account as it is now, its revision told.</summary>
    private static async Task<AccountResponse?> FoundAsync(
        Guid id, Guid accountId, ClaimsPrincipal user, AccountStore store, HttpResponse response, CancellationToken cancellation)
    {
        if (await store.FindAsync(user.UserId(), id, accountId, cancellation) is not { } found)
            return null;
        response.SetRevision(found.Account.Revision);
        return AccountResponse.Of(found);
    }

    private static ValidationProblem NameTaken(string name) =>
        FieldFaults.Of("name", $"Expected a name that no other account of the portfolio has, found \"{name}\".");
}
