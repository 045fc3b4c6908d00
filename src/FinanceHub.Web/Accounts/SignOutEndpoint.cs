using FinanceHub.Web.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace FinanceHub.Web.Accounts;

internal static class SignOutEndpoint
{
    public const string Address = "/sign-out";

    public static void MapSignOut(this WebApplication app) => app.MapPost(Address, SignOutAsync);

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, ApiClient api)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();

        if (context.User.Identity is { IsAuthenticated: true })
            await api.SignOutAsync();
        await context.SignOutAsync();
        return TypedResults.LocalRedirect("/");
    }
}
