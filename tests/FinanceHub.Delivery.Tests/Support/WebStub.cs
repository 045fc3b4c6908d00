using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>A service of somebody else's, on loopback: answers as it is told and keeps what it was sent.</summary>
internal sealed class WebStub : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebStub(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>The bodies of the requests so far, oldest first.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <param name="answer">Gets the request and its body.</param>
    public static async Task<WebStub> StartAsync(Func<HttpContext, string, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var stub = new WebStub(builder.Build());
        stub._application.Urls.Add("http://127.0.0.1:0");
        stub._application.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            stub.Bodies.Enqueue(body);
            await answer(context, body);
        });
        await stub._application.StartAsync();
        return stub;
    }

    /// <summary>Takes every request and never answers it.</summary>
    public static Task<WebStub> StartHangingAsync() => StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

    public async ValueTask DisposeAsync()
    {
        // Requests that hang must not be waited for.
        await _application.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _application.DisposeAsync();
    }
}
