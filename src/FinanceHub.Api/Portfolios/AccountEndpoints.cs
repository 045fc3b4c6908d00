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
        accounts.MapPut("/{accountId:guid}", RenameAsync);
        accounts.MapDelete("/{accountId:guid}", DeleteAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<AccountResponse>>, NotFound>> ListAsync(
        Guid id, ClaimsPrincipal user, AccountStore store, CancellationToken cancellation) =>
        await store.ListAsync(user.UserId(), id, cancellation) is { } accounts
            ? TypedResults.Ok<IReadOnlyList<AccountResponse>>([.. accounts.Select(AccountResponse.Of)])
            : TypedResults.NotFound();

    private static async Task<Results<Created<AccountResponse>, ValidationProblem, NotFound>> CreateAsync(
        Guid id, AccountRequest request, ClaimsPrincipal user, PortfolioStore portfolios, AccountStore store, CancellationToken cancellation)
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
        return await FindAsync(id, accountId, user, store, cancellation) is { } created ? TypedResults.Created((string?)null, created) : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<AccountResponse>, ValidationProblem, NotFound>> RenameAsync(
        Guid id, Guid accountId, AccountRequest request, ClaimsPrincipal user, PortfolioStore portfolios, AccountStore store, CancellationToken cancellation)
    {
        if (await portfolios.FindAsync(user.UserId(), id, cancellation) is null)
            return TypedResults.NotFound();
        var faults = new FieldFaults();
        var name = request.Read(faults);
        if (faults.Any)
            return faults.ToProblem();

        if (await store.RenameAsync(user.UserId(), id, accountId, name, cancellation) == AccountResult.NameTaken)
            return NameTaken(name);
        return await FindAsync(id, accountId, user, store, cancellation) is { } renamed ? TypedResults.Ok(renamed) : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, ProblemHttpResult, NotFound>> DeleteAsync(
        Guid id, Guid accountId, ClaimsPrincipal user, AccountStore store, CancellationToken cancellation) =>
        await store.DeleteAsync(user.UserId(), id, accountId, cancellation) switch
        {
            AccountResult.Done => TypedResults.NoContent(),
            AccountResult.InUse => TypedResults.Problem(
                statusCode: StatusCodes.Status409Conflict, title: "Activities name this account.", detail: "Move them to another account or delete them first."),
            _ => TypedResults.NotFound(),
        };

    private static async Task<AccountResponse?> FindAsync(Guid id, Guid accountId, ClaimsPrincipal user, AccountStore store, CancellationToken cancellation) =>
        (await store.ListAsync(user.UserId(), id, cancellation))?.Where(one => one.Account.Id == accountId).Select(AccountResponse.Of).SingleOrDefault();

    private static ValidationProblem NameTaken(string name) =>
        FieldFaults.Of("name", $"Expected a name that no other account of the portfolio has, found \"{name}\".");
}
