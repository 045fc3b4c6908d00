using FinanceHub.Web.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace FinanceHub.Web.Api;

/// <summary>Sends whoever was signed out elsewhere, or too long ago, to the sign-in page.</summary>
internal sealed class ExpiredSessionMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (SessionExpiredException) when (!context.Response.HasStarted)
        {
            await context.SignOutAsync();
            context.Response.Redirect(SignInPage.Address + "?expired=true");
        }
    }
}
