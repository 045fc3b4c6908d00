using FinanceHub.Web.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace FinanceHub.Web.Api;

/// <summary>Sends whoever was signed out elsewhere, or too long ago, to the sign-in page, and from there back to where they were.</summary>
internal sealed class ExpiredSessionMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Before an error page puts its own in their place.
        var wanted = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        try
        {
            await next(context);
        }
        catch (SessionExpiredException) when (!context.Response.HasStarted)
        {
            await context.SignOutAsync();
            context.Response.Redirect($"{SignInPage.Address}?expired=true&ReturnUrl={Uri.EscapeDataString(wanted)}");
        }
    }
}
