using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Activities;

internal static class ActivityEndpoints
{
    /// <summary>Where the day begins first: a date is in the future only if it is so everywhere.</summary>
    private static readonly TimeSpan EarliestZone = TimeSpan.FromHours(14);

    public static void MapActivities(this IEndpointRouteBuilder routes)
    {
        var activities = routes.MapGroup("/portfolios/{id:guid}/activities").RequireAuthorization();
        activities.MapGet("/", ListAsync);
        activities.MapPost("/", AddAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<ActivityResponse>>, NotFound>> ListAsync(
        Guid id, ClaimsPrincipal user, PortfolioStore store, CancellationToken cancellation)
    {
        var portfolio = await store.FindWithActivitiesAsync(user.UserId(), id, cancellation);
        return portfolio is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<ActivityResponse>>([.. portfolio.Activities.Select(ActivityResponse.Of)]);
    }

    private static async Task<Results<Created<ActivityResponse>, ValidationProblem, NotFound>> AddAsync(
        Guid id, ActivityRequest request, ClaimsPrincipal user, PortfolioStore store, TimeProvider clock, CancellationToken cancellation)
    {
        // Whose portfolio it is comes before what is wrong with the request: others learn nothing about it.
        if (await store.FindAsync(user.UserId(), id, cancellation) is null)
            return TypedResults.NotFound();

        var faults = new FieldFaults();
        var activity = request.Read(DateOnly.FromDateTime((clock.GetUtcNow() + EarliestZone).UtcDateTime), faults);
        if (faults.Any || activity is null)
            return faults.ToProblem();

        switch (await store.AddActivityAsync(user.UserId(), id, activity, cancellation))
        {
            case AddActivityResult.Added { Activity: var added }:
                return TypedResults.Created((string?)null, ActivityResponse.Of(added));
            case AddActivityResult.Rejected { Fault: var fault }:
                faults.Add(fault.Field, fault.Message);
                return faults.ToProblem();
            default:
                return TypedResults.NotFound();
        }
    }
}
