using System.Globalization;
using FinanceHub.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FinanceHub.Web.Accounts;

/// <summary>Gets the next token before the API stops accepting the one of the session.</summary>
internal sealed class SessionRefresh(ApiClient api, TimeProvider clock) : CookieAuthenticationEvents
{
    /// <summary>Early enough that an API which is being replaced may miss a request or two.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var now = clock.GetUtcNow();
        if (context.Properties.GetTokenValue(SessionCookie.RefreshTokenName) is not { } refreshToken || Expiry(context.Properties) > now + Early)
            return;

        try
        {
            var refreshed = await api.RefreshAsync(refreshToken);
            if (refreshed.Value is { } token)
            {
                SessionCookie.Store(context.Properties, token, now);
                context.ShouldRenew = true;
            }
            else
            {
                // Signed out elsewhere, or away for too long: whoever asks for a page of theirs signs in and comes back to it.
                context.RejectPrincipal();
            }
        }
        catch (ApiUnavailableException)
        {
            // The page itself will say so if it needs the API; the next request tries again.
        }
    }

    private static DateTimeOffset Expiry(AuthenticationProperties properties) =>
        DateTimeOffset.TryParse(properties.GetTokenValue(SessionCookie.ExpiryName), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var expiry)
            ? expiry
            : DateTimeOffset.MinValue;
}
