using System.Security.Claims;
using FinanceHub.Data.Users;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace FinanceHub.Api.Auth;

/// <summary>What a token says.</summary>
internal static class Session
{
    private const string StampClaim = "stamp";

    public static ClaimsPrincipal Of(User user) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()),
            new Claim(ClaimTypes.Email, user.Email ?? ""),
            new Claim(StampClaim, user.SecurityStamp ?? ""),
        ],
        BearerTokenDefaults.AuthenticationScheme));

    /// <summary>The user of a request that needs one.</summary>
    public static Guid UserId(this ClaimsPrincipal principal) => Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? throw new InvalidOperationException("A route that needs a user must require authorization."));

    /// <summary>Changes when the user signs out or changes the password.</summary>
    public static string? Stamp(this ClaimsPrincipal principal) => principal.FindFirstValue(StampClaim);
}
