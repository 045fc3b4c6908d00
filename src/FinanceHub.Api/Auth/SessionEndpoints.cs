using System.Security.Claims;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Users;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FinanceHub.Api.Auth;

/// <summary>What somebody does who has signed in already.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/auth/refresh", RefreshAsync);
        routes.MapPost("/auth/change-password", ChangePasswordAsync).RequireAuthorization();
        routes.MapGet("/me", Me).RequireAuthorization();
    }

    private static Ok<RegisteredUser> Me(ClaimsPrincipal principal) =>
        TypedResults.Ok(new RegisteredUser(principal.UserId(), principal.FindFirstValue(ClaimTypes.Email) ?? ""));

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, IOptionsMonitor<BearerTokenOptions> options, UserManager<User> users, TimeProvider clock)
    {
        var ticket = options.Get(BearerTokenDefaults.AuthenticationScheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || clock.GetUtcNow() >= expires
            || await users.FindByIdAsync(ticket.Principal.UserId().ToString()) is not { } user || user.SecurityStamp != ticket.Principal.Stamp())
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The session has ended.", detail: "Sign in again.");
        }

        return TypedResults.SignIn(Session.Of(user), authenticationScheme: BearerTokenDefaults.AuthenticationScheme);
    }

    /// <summary>With the password every token of the user changes: whoever has one that is not theirs loses it.</summary>
    private static async Task<Results<NoContent, ValidationProblem>> ChangePasswordAsync(
        ChangePasswordRequest request, ClaimsPrincipal principal, UserManager<User> users, SignInService signIn)
    {
        var faults = new FieldFaults();
        AuthEndpoints.CheckPassword("currentPassword", request.CurrentPassword, faults);
        AuthEndpoints.CheckPassword("newPassword", request.NewPassword, faults);
        if (faults.Any)
            return faults.ToProblem();

        // Counted like attempts to sign in: a token that was stolen must not help to guess the password.
        if (await signIn.CheckAsync(principal.FindFirstValue(ClaimTypes.Email) ?? "", request.CurrentPassword!) is not { } user)
            return FieldFaults.Of("currentPassword", "The password is wrong, or the account is locked for a few minutes after several attempts.");

        foreach (var error in (await users.ChangePasswordAsync(user, request.CurrentPassword!, request.NewPassword!)).Errors)
            faults.Add("newPassword", error.Description);
        return faults.Any ? faults.ToProblem() : TypedResults.NoContent();
    }
}
