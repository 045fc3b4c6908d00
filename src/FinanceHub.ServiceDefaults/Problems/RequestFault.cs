using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.ServiceDefaults;

/// <summary>Says in the client's terms why a request could not be read.</summary>
internal static class RequestFault
{
    public static string Describe(BadHttpRequestException fault) => fault switch
    {
        // A reader's fault inside the serializer's: the text itself is broken, wherever the path points to.
        { InnerException: JsonException { InnerException: JsonException } json } => $"The body is not valid JSON{Place(json)}.",
        { InnerException: JsonException { Path: { Length: > 1 } path } json } => $"{path[1..].TrimStart('.')} is unknown, or its value is not of the expected kind{Place(json)}.",
        { InnerException: JsonException json } => $"The body is not valid JSON{Place(json)}.",
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => "The body is too large.",
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => "Expected a body of the type application/json.",
        // The framework's other sentences name .NET types and parameters.
        _ => "Expected a JSON body with the fields of the request.",
    };

    private static string Place(JsonException json) =>
        json.LineNumber is { } line ? $" (line {line + 1}, position {json.BytePositionInLine + 1})" : "";
}
