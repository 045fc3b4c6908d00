using System.Net.Mail;
using System.Security.Claims;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Users;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Api.Auth;

internal static class AuthEndpoints
{
    private const int LongestEmail = 256;
    private const int LongestPassword = 256;

    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/auth");
        auth.MapPost("/register", RegisterAsync);
        auth.MapPost("/sign-in", SignInAsync);
        auth.MapPost("/sign-out", SignOutAsync).RequireAuthorization();
        // Without If-Match: an account has no revision, and whoever leaves means all of it, whatever was changed a moment ago.
        auth.MapDelete("/account", DeleteAccountAsync).RequireAuthorization();
    }

    private static async Task<Results<Created<RegisteredUser>, ValidationProblem, ProblemHttpResult>> RegisterAsync(
        Credentials credentials, UserManager<User> users, TimeProvider clock)
    {
        var faults = Check(credentials);
        if (faults.Any)
            return faults.ToProblem();

        var email = credentials.Email!.Trim();
        var user = new User { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = email, Email = email };
        var result = await CreateAsync(users, user, credentials.Password!);
        if (result is null || result.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
            return TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "There is an account with this address already.", detail: "Sign in instead.");

        foreach (var error in result.Errors)
            faults.Add(error.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "email", error.Description);
        return faults.Any ? faults.ToProblem() : TypedResults.Created((string?)null, new RegisteredUser(user.Id, email));
    }

    /// <summary>Null if another request took the address between the check and the write.</summary>
    private static async Task<IdentityResult?> CreateAsync(UserManager<User> users, User user, string password)
    {
        try
        {
            return await users.CreateAsync(user, password);
        }
        catch (DbUpdateException)
        {
            if (await users.FindByEmailAsync(user.Email!) is null)
                throw;
            return null;
        }
    }

    private static async Task<Results<SignInHttpResult, ValidationProblem, ProblemHttpResult>> SignInAsync(Credentials credentials, SignInService signIn)
    {
        var faults = Check(credentials);
        if (faults.Any)
            return faults.ToProblem();

        var user = await signIn.CheckAsync(credentials.Email!.Trim(), credentials.Password!);
        return user is null
            ? TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The e-mail address or the password is wrong.", detail: "After several attempts an account is locked for a few minutes.")
            : TypedResults.SignIn(Session.Of(user), authenticationScheme: BearerTokenDefaults.AuthenticationScheme);
    }

    /// <summary>Revokes every token of the user.</summary>
    private static async Task<NoContent> SignOutAsync(ClaimsPrincipal principal, UserChanges changes, CancellationToken cancellation)
    {
        await changes.RevokeAsync(principal.UserId(), cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Deletes the user and everything of theirs.</summary>
    private static async Task<NoContent> DeleteAccountAsync(ClaimsPrincipal principal, UserChanges changes, CancellationToken cancellation)
    {
        await changes.DeleteAsync(principal.UserId(), cancellation);
        return TypedResults.NoContent();
    }

    private static FieldFaults Check(Credentials credentials)
    {
        var faults = new FieldFaults();
        var email = credentials.Email?.Trim();
        if (email is null or { Length: 0 or > LongestEmail } || !MailAddress.TryCreate(email, out var address) || address.Address != email)
            faults.Add("email", "Expected an e-mail address, like ada@example.org.");
        CheckPassword("password", credentials.Password, faults);
        return faults;
    }

    public static void CheckPassword(string field, string? password, FieldFaults faults)
    {
        if (password is null or { Length: 0 or > LongestPassword })
            faults.Add(field, $"Expected a password of up to {LongestPassword} characters.");
    }
}
