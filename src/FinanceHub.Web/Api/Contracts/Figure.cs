using System.Text.Json.Serialization;

namespace FinanceHub.Web.Api;

/// <summary>A number, or why there is none.</summary>
[method: JsonConstructor]
public readonly record struct Figure(decimal? Value, string? Reason);
