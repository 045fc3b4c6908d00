using System.Security.Claims;
using System.Text.Json;
using FinanceHub.Api.Activities;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Csv;
using FinanceHub.Api.Portfolios;
using FinanceHub.Data.Portfolios;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Exports;

/// <summary>Everything that a customer entered, to take away.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/portfolios/{id:guid}/exports").RequireAuthorization();
        exports.MapGet("/csv", CsvAsync);
        exports.MapGet("/json", JsonAsync);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> CsvAsync(
        Guid id, ClaimsPrincipal user, PortfolioStore store, CancellationToken cancellation) =>
        await store.FindWithActivitiesAsync(user.UserId(), id, cancellation) is { } portfolio
            ? TypedResults.File(CsvExport.Of(portfolio.Activities), "text/csv; charset=utf-8", $"activities-{id}.csv")
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> JsonAsync(
        Guid id, ClaimsPrincipal user, PortfolioStore store, CancellationToken cancellation)
    {
        if (await store.FindWithActivitiesAsync(user.UserId(), id, cancellation) is not { } portfolio)
            return TypedResults.NotFound();
        var export = new PortfolioExport(PortfolioResponse.Of(portfolio), [.. portfolio.Activities.Select(ActivityResponse.Of)]);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(export, ApiJson.Default.PortfolioExport), "application/json", $"portfolio-{id}.json");
    }
}

internal sealed record PortfolioExport(PortfolioResponse Portfolio, IReadOnlyList<ActivityResponse> Activities);
