using FinanceHub.Web.Api;
using FinanceHub.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;

namespace FinanceHub.Web;

internal static class Pages
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "financehub.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = ErrorPage.Address,
            CreateScopeForErrors = true,
            StatusCodeSelector = fault => fault is ApiUnavailableException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute(NotFoundPage.Address, createScopeForStatusCodePages: true);
        app.UseMiddleware<OfferedPages>();
        app.UseMiddleware<ExpiredSessionMiddleware>();
    }

    /// <summary>A browser asks each time whether a style or script is still the same: after a release no page meets the one before.</summary>
    public static void UseAssets(this WebApplication app) =>
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl = "no-cache" });

    public static void MapPages(this WebApplication app) => app.MapRazorComponents<App>();
}
