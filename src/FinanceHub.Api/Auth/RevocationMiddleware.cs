using System.Security.Claims;
using FinanceHub.Data;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Api.Auth;

/// <summary>Forgets who is signed in when the token was revoked since: after signing out, or when the account is gone.</summary>
internal sealed class RevocationMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, FinanceHubDbContext database)
    {
        if (context.User.Identity is { IsAuthenticated: true } && await IsRevokedAsync(context, database))
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        await next(context);
    }

    private static async Task<bool> IsRevokedAsync(HttpContext context, FinanceHubDbContext database)
    {
        var id = context.User.UserId();
        var stamp = await database.Users.Where(user => user.Id == id).Select(user => user.SecurityStamp).SingleOrDefaultAsync(context.RequestAborted);
        return stamp is null || stamp != context.User.Stamp();
    }
}
