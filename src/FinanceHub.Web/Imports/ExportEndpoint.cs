using FinanceHub.Web.Api;
using FinanceHub.Web.Dashboard;

namespace FinanceHub.Web.Imports;

/// <summary>Passes the API's file on: the browser has a cookie, and the API wants the token in it.</summary>
internal static class ExportEndpoint
{
    public static string Of(Guid id, string format) => $"{PortfolioPage.Of(id)}/export/{format}";

    public static void MapExports(this WebApplication app)
    {
        app.MapGet("/portfolios/{id:guid}/export/csv", (Guid id, HttpContext context, ApiClient api) => PassOnAsync(id, "csv", context, api)).RequireAuthorization();
        app.MapGet("/portfolios/{id:guid}/export/json", (Guid id, HttpContext context, ApiClient api) => PassOnAsync(id, "json", context, api)).RequireAuthorization();
    }

    private static async Task PassOnAsync(Guid id, string format, HttpContext context, ApiClient api)
    {
        using var answer = await api.ExportAsync(id, format);
        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Always a file, whatever was answered: what users typed is in it, and it must not open as a page of ours.
        context.Response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/json";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"financehub-{id}.{format}\"";
        context.Response.Headers.CacheControl = "no-store";
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
