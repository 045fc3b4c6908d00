using FinanceHub.Data.Portfolios;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Validation;

internal static class ChangeAnswers
{
    /// <summary>The answer to a deletion.</summary>
    public static Results<NoContent, NotFound, ProblemHttpResult> ToDeleted(this ChangeResult result) => result switch
    {
        ChangeResult.Done => TypedResults.NoContent(),
        ChangeResult.Stale => Preconditions.Failed(),
        _ => TypedResults.NotFound(),
    };
}
