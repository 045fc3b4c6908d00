using FinanceHub.Delivery.Smoke;

namespace FinanceHub.Delivery.Driver;

/// <summary>A suite that stub hosts can pass: each answers a request as the expected release.</summary>
internal sealed class ProbeSmoke : ISmokeSuite
{
    public async Task<SmokeReport> RunAsync(SmokeTarget target, CancellationToken cancellation)
    {
        var run = new SmokeRun(TimeProvider.System, cancellation);
        using var client = new SmokeClient(target.ReleaseId);
        await run.CheckAsync("api", async stop => (await client.SendAsync(HttpMethod.Get, new Uri(target.Api, "/api/v1/ping"), 200, null, stop)).Dispose());
        await run.CheckAsync("web", async stop => (await client.SendAsync(HttpMethod.Get, target.Web, 200, null, stop)).Dispose());
        cancellation.ThrowIfCancellationRequested();
        return new SmokeReport { Address = target.Api, ReleaseId = target.ReleaseId, Checks = run.InOrder(["api", "web"]), Milliseconds = 0, Reached = true };
    }
}
