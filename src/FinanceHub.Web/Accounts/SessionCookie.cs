using System.Globalization;
using System.Security.Claims;
using FinanceHub.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FinanceHub.Web.Accounts;

/// <summary>The cookie that holds the API's tokens, encrypted and out of the reach of scripts.</summary>
internal static class SessionCookie
{
    public const string Name = "financehub.session";

    public const string RefreshTokenName = "refresh_token";

    public const string ExpiryName = "expires_at";

    /// <summary>As long as the API lets a token be refreshed; the API decides, this only keeps the cookie.</summary>
    private static readonly TimeSpan LongestSession = TimeSpan.FromDays(14);

    public static void AddSessionCookie(this IServiceCollection services)
    {
        services.AddScoped<SessionRefresh>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = Name;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            // Over https only when it came by https: on a developer's http://localhost it must work as well.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = SignInPage.Address;
            options.SlidingExpiration = false;
            options.EventsType = typeof(SessionRefresh);
        });
        services.AddAuthorization();
    }

    /// <summary>Signs a browser in for as long as its token can be refreshed, or else as the token lives.</summary>
    public static Task SignInAsync(HttpContext context, string email, TokenAnswer token, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, email)], CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { IsPersistent = true };
        Store(properties, token, now);
        return context.SignInAsync(new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Puts the tokens of an answer in the place of those before.</summary>
    public static void Store(AuthenticationProperties properties, TokenAnswer token, DateTimeOffset now)
    {
        var expiry = now.AddSeconds(token.ExpiresIn);
        properties.IssuedUtc = now;
        properties.ExpiresUtc = token.RefreshToken is null ? expiry : now + LongestSession;
        List<AuthenticationToken> tokens =
        [
            new() { Name = ApiClient.TokenName, Value = token.AccessToken },
            new() { Name = ExpiryName, Value = expiry.ToString("O", CultureInfo.InvariantCulture) },
        ];
        if (token.RefreshToken is not null)
            tokens.Add(new() { Name = RefreshTokenName, Value = token.RefreshToken });
        properties.StoreTokens(tokens);
    }
}
