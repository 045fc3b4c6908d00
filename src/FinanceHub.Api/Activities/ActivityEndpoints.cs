using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Activities;

internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder routes)
    {
        var activities = routes.MapGroup("/portfolios/{id:guid}/activities").RequireAuthorization();
        activities.MapGet("/", ListAsync);
        activities.MapPost("/", ActivityWrites.AddAsync);
        activities.MapGet("/{activityId:guid}", GetAsync);
        activities.MapPut("/{activityId:guid}", ActivityWrites.ChangeAsync).RequiresRevision();
        activities.MapDelete("/{activityId:guid}", ActivityWrites.DeleteAsync).RequiresRevision();
    }

    private static async Task<Results<Ok<ActivityListResponse>, ValidationProblem, NotFound>> ListAsync(
        Guid id, [AsParameters] ActivityListRequest request, ClaimsPrincipal user, PortfolioStore store, CancellationToken cancellation)
    {
        if (await store.FindAsync(user.UserId(), id, cancellation) is null)
            return TypedResults.NotFound();

        var faults = new FieldFaults();
        var (filter, page, size) = request.Read(faults);
        if (faults.Any)
            return faults.ToProblem();

        return await store.ListActivitiesAsync(user.UserId(), id, filter, (page - 1) * size, size, cancellation) is { } found
            ? TypedResults.Ok(new ActivityListResponse([.. found.Items.Select(ActivityResponse.Of)], page, size, found.Total))
            : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<ActivityResponse>, NotFound>> GetAsync(
        Guid id, Guid activityId, ClaimsPrincipal user, PortfolioStore store, HttpResponse response, CancellationToken cancellation)
    {
        if (await store.FindActivityAsync(user.UserId(), id, activityId, cancellation) is not { } activity)
            return TypedResults.NotFound();
        response.SetRevision(activity.Revision);
        return TypedResults.Ok(ActivityResponse.Of(activity));
    }
}
