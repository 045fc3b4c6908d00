using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FinanceHub.Testing.StubHost;

/// <summary>What the stub answers.</summary>
internal sealed class Endpoints(StubOptions options, ReleaseFile release, Database? database)
{
    private const string Rows = "/api/v1/rows/";

    internal Task AnswerAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/version") => JsonAsync(context, new Identity(options.ServiceId, release.Version, release.Commit, release.ReleaseId), AnswersJson.Default.Identity),
        ("GET", "/health/live") => HealthAsync(context, isHealthy: true),
        ("GET", "/health/ready") => HealthAsync(context, isHealthy: !options.NeverReady),
        ("POST", "/stub/crash") => Exit(context),
        ("POST", "/stub/fail-fast") => FailFast(),
        ("POST", "/stub/log") => WriteLines(context),
        ("GET", "/stub/slow") => SlowAsync(context),
        ("GET", "/stub/process") => JsonAsync(context, new RunningProcess(Environment.ProcessId, Environment.GetEnvironmentVariables()), AnswersJson.Default.RunningProcess),
        ("GET", "/stub/stream") => StreamAsync(context),
        (_, "/stub/socket") => EchoSocketAsync(context),
        ("POST", { } path) when database is not null && path.StartsWith(Rows, StringComparison.Ordinal) => AddRow(context, database, path[Rows.Length..]),
        ("GET", "/api/v1/system/workers") when database is not null => JsonAsync(
            context, [.. database.Beats().Select(worker => new Worker(worker.ReleaseId, worker.Instance, worker.Beats))], AnswersJson.Default.WorkerArray),
        _ => EchoAsync(context),
    };

    private static Task JsonAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> type, string contentType = "application/json; charset=utf-8")
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static int Number(HttpContext context, string name, int otherwise = 0) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private Task HealthAsync(HttpContext context, bool isHealthy)
    {
        context.Response.StatusCode = isHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return JsonAsync(context, new Health(isHealthy ? "pass" : "fail", release.Version, release.ReleaseId, options.ServiceId), AnswersJson.Default.Health, "application/health+json");
    }

    private static Task Exit(HttpContext context)
    {
        Environment.Exit(Number(context, "exitCode", 72));
        return Task.CompletedTask;
    }

    private static Task FailFast()
    {
        Environment.FailFast("stub: failing fast as told");
        return Task.CompletedTask;
    }

    private static Task WriteLines(HttpContext context)
    {
        var prefix = context.Request.Query.TryGetValue("prefix", out var given) ? given.ToString() : "line";
        for (var line = 1; line <= Number(context, "lines"); line++)
            Console.Out.WriteLine($"{prefix} {line}");
        return Task.CompletedTask;
    }

    private async Task SlowAsync(HttpContext context)
    {
        await Task.Delay(Number(context, "milliseconds"), context.RequestAborted);
        await JsonAsync(context, new Identity(options.ServiceId, release.Version, release.Commit, release.ReleaseId), AnswersJson.Default.Identity);
    }

    private static Task AddRow(HttpContext context, Database database, string row)
    {
        try
        {
            database.Add(row);
            context.Response.StatusCode = StatusCodes.Status201Created;
        }
        catch (IOException fault)
        {
            Console.Error.WriteLine($"stub: the row was not added: {fault.Message}");
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        return Task.CompletedTask;
    }

    private async Task EchoAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        await JsonAsync(context, new Echo(
            options.ServiceId,
            release.ReleaseId,
            context.Request.Method,
            context.Request.Path.Value + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            body), AnswersJson.Default.Echo);
    }

    private static async Task StreamAsync(HttpContext context)
    {
        var milliseconds = Number(context, "milliseconds");
        for (var chunk = 1; chunk <= Number(context, "chunks"); chunk++)
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
