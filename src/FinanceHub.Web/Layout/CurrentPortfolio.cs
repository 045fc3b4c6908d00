using FinanceHub.Web.Api;

namespace FinanceHub.Web.Layout;

/// <summary>The portfolio that the navigation leads through.</summary>
internal static class CurrentPortfolio
{
    private const string Cookie = "financehub.portfolio";

    private const string RoutePrefix = "/portfolios/";

    /// <summary>That of the page; on a page of no portfolio the one seen last, or else the first.</summary>
    public static Portfolio? Of(HttpContext context, IReadOnlyList<Portfolio> portfolios)
    {
        if (Find(portfolios, InAddress(context.Request.Path)) is { } shown)
        {
            if (context.Request.Cookies[Cookie] != shown.Id.ToString() && !context.Response.HasStarted)
                context.Response.Cookies.Append(Cookie, shown.Id.ToString(), new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
            return shown;
        }

        return Find(portfolios, context.Request.Cookies[Cookie]) ?? (portfolios.Count > 0 ? portfolios[0] : null);
    }

    private static string? InAddress(PathString path) =>
        path.Value is { } text && text.StartsWith(RoutePrefix, StringComparison.OrdinalIgnoreCase) ? text[RoutePrefix.Length..].Split('/')[0] : null;

    private static Portfolio? Find(IReadOnlyList<Portfolio> portfolios, string? id) =>
        Guid.TryParse(id, out var wanted) ? portfolios.FirstOrDefault(portfolio => portfolio.Id == wanted) : null;
}
