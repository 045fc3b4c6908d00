using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Validation;

/// <summary>Marks a route that needs the header If-Match.</summary>
internal sealed class RevisionRequired;

/// <summary>Revisions on the wire: what is read carries its revision as an ETag, and a write names the one it is based on.</summary>
internal static class Preconditions
{
    /// <summary>No revision is below 0: what names another tag than ours is based on nothing that there ever was.</summary>
    private const long None = -1;

    /// <summary>Tells the revision of what is answered.</summary>
    public static void SetRevision(this HttpResponse response, long revision) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The revision that the request is based on; null if any will do.</summary>
    public static long? ExpectedRevision(this HttpRequest request) => request.Headers.IfMatch.ToString() switch
    {
        "" or "*" => null,
        ['"', .. var digits, '"'] when long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) => revision,
        _ => None,
    };

    /// <summary>Whether the request says what it is based on.</summary>
    public static bool HasExpectedRevision(this HttpRequest request) => request.Headers.IfMatch.Count > 0;

    /// <summary>Says of a route, which reads <see cref="ExpectedRevision"/>, that it does nothing without.</summary>
    public static void RequiresRevision(this RouteHandlerBuilder route) => route.WithMetadata(new RevisionRequired())
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    public static ProblemHttpResult Required() => TypedResults.Problem(
        statusCode: StatusCodes.Status428PreconditionRequired,
        title: "Expected the header If-Match.",
        detail: "Read it first and send its ETag: so a change that somebody else made meanwhile is not lost.");

    /// <summary>The answer to a deletion that does not say what it is based on: others do not even learn that there is something.</summary>
    public static Results<NoContent, NotFound, ProblemHttpResult> Missing(object? found) => found is null ? TypedResults.NotFound() : Required();

    public static ProblemHttpResult Failed() => TypedResults.Problem(
        statusCode: StatusCodes.Status412PreconditionFailed,
        title: "It was changed meanwhile.",
        detail: "Read it again and repeat the change on what it is now.");
}
