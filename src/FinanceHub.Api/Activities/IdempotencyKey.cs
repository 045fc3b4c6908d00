using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Activities;

/// <summary>The header with which a client repeats a request whose answer it did not get.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>The request as one that is carried out once; null if it has no key.</summary>
    public static IdempotentRequest? Read(HttpRequest request, ActivityRequest body, FieldFaults faults)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return null;
        var key = values.ToString();
        if (key.Length is 0 or > IdempotencyKeyEntity.LongestKey || key.Any(c => !char.IsAscii(c) || char.IsControl(c)))
            faults.Add(Header, $"Expected 1 to {IdempotencyKeyEntity.LongestKey} printable ASCII characters.");
        // What was read, not the bytes: a client that orders its fields differently still means the same.
        var text = $"{request.Method} {request.Path}\n{JsonSerializer.Serialize(body, ApiJson.Default.ActivityRequest)}";
        return new IdempotentRequest(
            key,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            added => JsonSerializer.Serialize(ActivityResponse.Of(added), ApiJson.Default.ActivityResponse));
    }

    public static ProblemHttpResult Taken() => TypedResults.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: $"Another request had this {Header}.",
        detail: "Use a new key for every request, and the same key only to repeat one.");
}
