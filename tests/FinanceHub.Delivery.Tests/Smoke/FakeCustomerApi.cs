using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FinanceHub.Delivery.Tests.Smoke;

/// <summary>What the suite talks to, with switchable faults.</summary>
internal sealed class FakeCustomerApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _accounts = new();
    private int _beats;

    private FakeCustomerApi(string? fault)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use(async (context, next) =>
        {
            context.Response.Headers["X-Release-Id"] = fault == "release" ? "r0" : "r1";
            await next(context);
        });
        Map(fault);
    }

    /// <summary>Accounts that exist now.</summary>
    public ICollection<string> Accounts => _accounts.Keys;

    /// <summary>Completes when a portfolio is asked for.</summary>
    public TaskCompletionSource PortfolioAsked { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FakeCustomerApi> StartAsync(string? fault = null)
    {
        var api = new FakeCustomerApi(fault);
        await api._app.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(string? fault)
    {
        _app.MapPost("/api/v1/auth/register", (JsonObject body) =>
        {
            if (fault == "sign-up refused")
            {
                return Results.BadRequest();
            }

            _accounts[body["email"]!.ToString()] = body["password"]!.ToString();
            return fault == "sign-up" ? Results.StatusCode(500) : Results.Created((string?)null, null);
        });
        _app.MapPost("/api/v1/auth/sign-in", (JsonObject body) => _accounts.GetValueOrDefault(body["email"]!.ToString()) == body["password"]!.ToString()
            ? Results.Json(new { accessToken = body["email"]!.ToString() })
            : Results.Unauthorized());
        _app.MapDelete("/api/v1/auth/account", (HttpContext context) => _accounts.TryRemove(context.Request.Headers.Authorization.ToString()["Bearer ".Length..], out _)
            ? Results.NoContent()
            : Results.Unauthorized());
        _app.MapPost("/api/v1/portfolios", async (HttpContext context) =>
        {
            PortfolioAsked.TrySetResult();
            if (fault == "hangs")
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            return Results.Json(new { id = 7 }, statusCode: fault == "portfolio" ? 500 : 201);
        });
        _app.MapGet("/api/v1/portfolios", () => new[] { new { id = 7 } });
        _app.MapPost("/api/v1/portfolios/7/activities", () => Results.Created((string?)null, null));
        _app.MapGet("/api/v1/portfolios/7/activities", () => new { items = new[] { new { symbol = "ACME" } } });
        _app.MapGet("/api/v1/portfolios/7/holdings", () => Results.Json(new
        {
            holdings = new[] { new { symbol = "ACME", quantity = 10m, price = 12.5m, marketValue = fault == "valuation" ? 120m : 125m, unavailable = (string?)null } },
        }));
        _app.MapGet("/api/v1/system/workers", () => new[] { new { instanceId = "w", releaseId = "r1", beats = fault == "worker" ? 3 : Interlocked.Increment(ref _beats) } });
        _app.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            if (fault != "headers")
            {
                context.Response.Headers.XContentTypeOptions = "nosniff";
            }

            return Results.Content(fault == "page" ? "It works!" : "<h1>FinanceHub</h1>", "text/html");
        });
        _app.MapGet("/app.css", () => Results.Content("a{}", fault == "asset" ? "text/html" : "text/css"));
    }
}
