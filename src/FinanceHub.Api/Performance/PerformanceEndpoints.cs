using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Market;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Valuations;
using FinanceHub.Domain.Returns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Performance;

internal static class PerformanceEndpoints
{
    private const int UsualPoints = 400;
    private const int MostPoints = 5000;

    public static void MapPerformance(this IEndpointRouteBuilder routes)
    {
        var performance = routes.MapGroup("/portfolios/{id:guid}/performance").RequireAuthorization();
        performance.MapGet("/", GetAsync);
        performance.MapGet("/series", SeriesAsync);
        performance.MapGet("/months", MonthsAsync);
    }

    private static async Task<Results<Ok<PerformanceResponse>, ValidationProblem, NotFound>> GetAsync(
        Guid id, string? from, string? to, ClaimsPrincipal user, PortfolioReader reader, TimeProvider clock, CancellationToken cancellation)
    {
        if (await reader.FindAsync(user.UserId(), id, cancellation) is not { } portfolio)
            return TypedResults.NotFound();
        var faults = new FieldFaults();
        var (first, last) = new DayRange(from, to).Read(faults);
        var through = portfolio.Through(clock.Today());
        var end = LastDay(last, through);
        if (!faults.Any && first >= end)
            faults.Add("from", "Expected a day before the last one: its end is the beginning.");
        if (faults.Any)
            return faults.ToProblem();

        var past = await reader.PastAsync(portfolio, through, cancellation);
        var days = past.History.Days;
        if (days.Count == 0 || days[0].Date > end)
            return TypedResults.Ok(PerformanceResponse.None(portfolio.Currency, first ?? end, end));
        var begin = first ?? days[0].Date.AddDays(-1);
        var breakdown = PerformanceBreakdown.Of(past.Activities, past.Market, portfolio.Currency, begin, end, out var fault)
            ?? throw new InvalidOperationException($"The stored activities of portfolio {id} do not add up: {fault?.Message}");
        return TypedResults.Ok(PerformanceResponse.Of(portfolio.Currency, past.History.Over(begin, end), breakdown));
    }

    private static async Task<Results<Ok<SeriesResponse>, ValidationProblem, NotFound>> SeriesAsync(
        Guid id, string? from, string? to, string? points, ClaimsPrincipal user, PortfolioReader reader, TimeProvider clock, CancellationToken cancellation)
    {
        if (await reader.FindAsync(user.UserId(), id, cancellation) is not { } portfolio)
            return TypedResults.NotFound();
        var faults = new FieldFaults();
        var (first, last) = new DayRange(from, to).Read(faults);
        var most = QueryFields.Number("points", points, UsualPoints, 1, MostPoints, faults);
        if (faults.Any)
            return faults.ToProblem();

        var through = portfolio.Through(clock.Today());
        var end = LastDay(last, through);
        return TypedResults.Ok(SeriesResponse.Of(portfolio.Currency, await reader.DaysAsync(portfolio, end, through, cancellation), first ?? DateOnly.MinValue, end, most));
    }

    private static async Task<Results<Ok<MonthsResponse>, NotFound>> MonthsAsync(
        Guid id, ClaimsPrincipal user, PortfolioReader reader, TimeProvider clock, CancellationToken cancellation)
    {
        if (await reader.FindAsync(user.UserId(), id, cancellation) is not { } portfolio)
            return TypedResults.NotFound();
        var through = portfolio.Through(clock.Today());
        return TypedResults.Ok(MonthsResponse.Of(await reader.DaysAsync(portfolio, through, through, cancellation)));
    }

    /// <summary>What is not known yet is not told.</summary>
    private static DateOnly LastDay(DateOnly? last, DateOnly through) => last is { } day && day < through ? day : through;
}
