namespace FinanceHub.Web.Api;

/// <summary>One request to the API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Below <c>/api/v1/</c>, escaped.</param>
internal sealed record ApiCall(HttpMethod Method, string Path)
{
    public HttpContent? Content { get; init; }

    /// <summary>Of what was read before, for a write that must not undo somebody else's.</summary>
    public string? Revision { get; init; }

    /// <summary>Tells a form that was sent twice from two forms.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Without the session's token: for what makes a session, which has none yet.</summary>
    public bool Anonymous { get; init; }
}
