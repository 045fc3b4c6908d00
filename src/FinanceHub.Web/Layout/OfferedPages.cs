using FinanceHub.ServiceDefaults;
using FinanceHub.Web.Alerts;
using FinanceHub.Web.Watchlists;
using Microsoft.Extensions.Options;

namespace FinanceHub.Web.Layout;

/// <summary>The pages of what this deployment does not offer are not there, as the API's routes are not.</summary>
internal sealed class OfferedPages(RequestDelegate next, IOptions<FeatureOptions> features)
{
    private readonly PathString[] _missing =
    [
        .. features.Value.Watchlists ? Array.Empty<PathString>() : [WatchlistsPage.Address],
        .. features.Value.Alerts ? Array.Empty<PathString>() : [AlertsPage.Address],
    ];

    public Task InvokeAsync(HttpContext context)
    {
        if (!_missing.Any(page => context.Request.Path.StartsWithSegments(page)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
