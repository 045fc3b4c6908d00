using System.Security.Claims;
using FinanceHub.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FinanceHub.Web.Accounts;

/// <summary>The cookie that holds the API's token, encrypted and out of the reach of scripts.</summary>
internal static class SessionCookie
{
    public const string Name = "financehub.session";

    public static void AddSessionCookie(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = Name;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            // Over https only when it came by https: on a developer's http://localhost it must work as well.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = SignInPage.Address;
            options.SlidingExpiration = false;
        });
        services.AddAuthorization();
    }

    /// <summary>Signs a browser in for as long as the token lives.</summary>
    public static Task SignInAsync(HttpContext context, string email, TokenAnswer token, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, email)], CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { IsPersistent = true, IssuedUtc = now, ExpiresUtc = now.AddSeconds(token.ExpiresIn) };
        properties.StoreTokens([new AuthenticationToken { Name = ApiClient.TokenName, Value = token.AccessToken }]);
        return context.SignInAsync(new ClaimsPrincipal(identity), properties);
    }
}
