using System.Net;
using System.Text.Json.Serialization;

namespace FinanceHub.Web.Api;

/// <summary>What the API refused and why.</summary>
internal sealed record ApiProblem
{
    [JsonIgnore]
    public HttpStatusCode Status { get; init; }

    public string? Title { get; init; }

    public string? Detail { get; init; }

    /// <summary>Messages by field in camel case.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Somebody changed it since it was read, or it was read by a release that did not ask what a change is based on.</summary>
    [JsonIgnore]
    public bool IsConflict => Status is HttpStatusCode.PreconditionFailed or HttpStatusCode.PreconditionRequired;

    [JsonIgnore]
    public bool IsNotFound => Status == HttpStatusCode.NotFound;
}
