namespace FinanceHub.Web.Api;

/// <summary>What the API answered: a value, nothing there, or a refusal.</summary>
internal sealed record ApiResult<T>
    where T : class
{
    public T? Value { get; init; }

    /// <summary>Why it was refused; null otherwise.</summary>
    public ApiProblem? Problem { get; init; }
}
