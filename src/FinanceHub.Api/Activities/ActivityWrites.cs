using System.Security.Claims;
using System.Text.Json;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Market;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Activities;

/// <summary>Routes that change a ledger.</summary>
internal static class ActivityWrites
{
    public static async Task<Results<Created<ActivityResponse>, ValidationProblem, ProblemHttpResult, NotFound>> AddAsync(
        Guid id, ActivityRequest request, [AsParameters] SymbolCheck symbols, ClaimsPrincipal user, PortfolioStore store, MissingRates rates, TimeProvider clock, HttpContext context, CancellationToken cancellation)
    {
        // Whose portfolio it is comes before what is wrong with the request: others learn nothing about it.
        if (await store.FindAsync(user.UserId(), id, cancellation) is null)
            return TypedResults.NotFound();

        var faults = new FieldFaults();
        var once = IdempotencyKey.Read(context.Request, request, faults);
        if (await ReadAsync(id, request, symbols, clock, faults, cancellation) is not { } draft)
            return faults.ToProblem();

        return await store.AddActivityAsync(user.UserId(), id, draft, once, cancellation) switch
        {
            AddActivityResult.Added { Activity: var added } => Created(context.Response, ActivityResponse.Of(added)),
            AddActivityResult.Repeated { Body: var body } => Created(context.Response, JsonSerializer.Deserialize(body, ApiJson.Default.ActivityResponse)!),
            AddActivityResult.KeyTaken => IdempotencyKey.Taken(),
            AddActivityResult.Rejected { Fault: var fault } => FieldFaults.Of(fault.Field, await rates.TextAsync(fault, cancellation)),
            AddActivityResult.ExternalIdTaken => ExternalIdTaken(draft),
            _ => TypedResults.NotFound(),
        };
    }

    public static async Task<Results<Ok<ActivityResponse>, ValidationProblem, ProblemHttpResult, NotFound>> ChangeAsync(
        Guid id, Guid activityId, ActivityRequest request, [AsParameters] SymbolCheck symbols, ClaimsPrincipal user, PortfolioStore store, MissingRates rates, TimeProvider clock, HttpContext context, CancellationToken cancellation)
    {
        if (await store.FindActivityAsync(user.UserId(), id, activityId, cancellation) is null)
            return TypedResults.NotFound();
        if (!context.Request.HasExpectedRevision())
            return Preconditions.Required();

        var faults = new FieldFaults();
        if (await ReadAsync(id, request, symbols, clock, faults, cancellation) is not { } draft)
            return faults.ToProblem();

        switch (await store.ChangeActivityAsync(user.UserId(), id, activityId, context.Request.ExpectedRevision(), draft, cancellation))
        {
            case ChangeActivityResult.Changed { Activity: var changed }:
                context.Response.SetRevision(changed.Revision);
                return TypedResults.Ok(ActivityResponse.Of(changed));
            case ChangeActivityResult.Rejected { Fault: var fault }:
                return FieldFaults.Of(fault.Field, await rates.TextAsync(fault, cancellation));
            case ChangeActivityResult.ExternalIdTaken:
                return ExternalIdTaken(draft);
            case ChangeActivityResult.Stale:
                return Preconditions.Failed();
            default:
                return TypedResults.NotFound();
        }
    }

    public static async Task<Results<NoContent, ValidationProblem, ProblemHttpResult, NotFound>> DeleteAsync(
        Guid id, Guid activityId, ClaimsPrincipal user, PortfolioStore store, HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasExpectedRevision())
            return await store.FindActivityAsync(user.UserId(), id, activityId, cancellation) is null ? TypedResults.NotFound() : Preconditions.Required();
        return await store.DeleteActivityAsync(user.UserId(), id, activityId, request.ExpectedRevision(), cancellation) switch
        {
            ChangeActivityResult.Changed => TypedResults.NoContent(),
            ChangeActivityResult.Rejected { Fault: var fault } => FieldFaults.Of(fault.Field, fault.Message),
            ChangeActivityResult.Stale => Preconditions.Failed(),
            _ => TypedResults.NotFound(),
        };
    }

    /// <summary>The activity; null if there are faults.</summary>
    private static async Task<ActivityDraft?> ReadAsync(
        Guid id, ActivityRequest request, SymbolCheck symbols, TimeProvider clock, FieldFaults faults, CancellationToken cancellation)
    {
        var draft = request.Read(clock.LatestToday(), faults);
        // What cannot be a symbol is told already.
        if (draft is not null && !faults.Has("symbol"))
        {
            foreach (var unknown in await symbols.UnknownAsync(id, [draft.Activity.Symbol], cancellation))
                faults.Add("symbol", InstrumentStore.UnknownText(unknown));
        }

        return faults.Any ? null : draft;
    }

    private static Created<ActivityResponse> Created(HttpResponse response, ActivityResponse activity)
    {
        response.SetRevision(activity.Revision);
        return TypedResults.Created((string?)null, activity);
    }

    private static ValidationProblem ExternalIdTaken(ActivityDraft draft) =>
        FieldFaults.Of("externalId", $"Expected a name that no other activity of the portfolio has, found \"{draft.ExternalId}\".");
}
