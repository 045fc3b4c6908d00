using System.Net.WebSockets;

namespace FinanceHub.Testing.StubHost;

/// <summary>What the stub answers.</summary>
internal static class Endpoints
{
    internal static void Map(WebApplication app, StubOptions options, ReleaseFile release, Database? database)
    {
        var identity = new { serviceId = options.ServiceId, version = release.Version, commit = release.Commit, releaseId = release.ReleaseId };
        var health = new { status = "pass", identity.version, identity.releaseId, identity.serviceId };
        app.MapGet("/version", () => identity);
        app.MapGet("/health/live", () => TypedResults.Json(health, contentType: "application/health+json"));
        app.MapGet("/health/ready", () => options.NeverReady
            ? TypedResults.Json(health with { status = "fail" }, contentType: "application/health+json", statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Json(health, contentType: "application/health+json"));

        app.MapPost("/stub/crash", (int? exitCode) => Environment.Exit(exitCode ?? 72));
        app.MapPost("/stub/fail-fast", () => Environment.FailFast("stub: failing fast as told"));
        app.MapPost("/stub/log", (int lines, string? prefix) => WriteLines(lines, prefix ?? "line"));
        app.MapGet("/stub/slow", async (int milliseconds, CancellationToken ct) =>
        {
            await Task.Delay(milliseconds, ct);
            return identity;
        });
        app.MapGet("/stub/process", () => new { pid = Environment.ProcessId, variables = Environment.GetEnvironmentVariables() });
        app.MapGet("/stub/stream", StreamAsync);
        app.Map("/stub/socket", EchoSocketAsync);
        if (database is not null)
            MapDatabase(app, database);
        app.MapFallback((HttpContext context, CancellationToken ct) => AnswerAsync(context, options, release, ct));
    }

    private static void MapDatabase(WebApplication app, Database database)
    {
        app.MapPost("/api/v1/rows/{row}", (string row) =>
        {
            database.Add(row);
            return TypedResults.Created((string?)null);
        });
        app.MapGet("/api/v1/system/workers", () => database.Beats().Select(worker => new { releaseId = worker.ReleaseId, instanceId = worker.Instance, beats = worker.Beats }));
    }

    private static void WriteLines(int lines, string prefix)
    {
        for (var line = 1; line <= lines; line++)
            Console.Out.WriteLine($"{prefix} {line}");
    }

    private static async Task<object> AnswerAsync(HttpContext context, StubOptions options, ReleaseFile release, CancellationToken ct)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(ct);
        return new
        {
            service = options.ServiceId,
            releaseId = release.ReleaseId,
            method = context.Request.Method,
            path = context.Request.Path.Value + context.Request.QueryString,
            headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            body,
        };
    }

    private static async Task StreamAsync(HttpContext context, int chunks, int milliseconds)
    {
        for (var chunk = 1; chunk <= chunks; chunk++)
        {
            await context.Response.WriteAsync($"chunk {chunk}\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(milliseconds, context.RequestAborted);
        }
    }

    private static async Task EchoSocketAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, context.RequestAborted);
            if (received.MessageType == WebSocketMessageType.Close)
                break;
            await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, context.RequestAborted);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
    }
}
