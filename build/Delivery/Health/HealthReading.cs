using System.Text.Json;

namespace FinanceHub.Delivery.Health;

/// <summary>One answer, or the lack of one, to a question for health.</summary>
internal sealed record HealthReading
{
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The HTTP status; null if nothing answered.</summary>
    public int? StatusCode { get; init; }

    /// <summary>pass, warn or fail, as the host says; null if it does not say.</summary>
    public string? Status { get; init; }

    public string? ReleaseId { get; init; }

    /// <summary>The report of the host, or why there is none.</summary>
    public required string Body { get; init; }

    /// <summary>Whether the host takes work.</summary>
    public bool IsReady => StatusCode is >= 200 and < 300 && Status is ("pass" or "warn");

    public static async Task<HealthReading> TakeAsync(HttpClient client, Uri address, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health/ready"), cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            var reading = new HealthReading { Elapsed = clock.GetElapsedTime(start), StatusCode = (int)answer.StatusCode, Body = body };
            return Interpret(reading);
        }
        catch (HttpRequestException fault)
        {
            return new HealthReading { Elapsed = clock.GetElapsedTime(start), Body = fault.Message };
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new HealthReading { Elapsed = clock.GetElapsedTime(start), Body = $"no answer within {client.Timeout.TotalSeconds:0} s" };
        }
    }

    private static HealthReading Interpret(HealthReading reading)
    {
        try
        {
            using var document = JsonDocument.Parse(reading.Body);
            return document.RootElement.ValueKind != JsonValueKind.Object ? reading : reading with
            {
                Status = Text(document.RootElement, "status"),
                ReleaseId = Text(document.RootElement, "releaseId"),
            };
        }
        catch (JsonException)
        {
            return reading; // not a health report: shown as it is
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
