using FinanceHub.Delivery.Smoke;

namespace FinanceHub.Delivery.Driver;

/// <summary>A suite that stub hosts can pass: API and web answer a request as the expected release, its worker does its jobs.</summary>
/// <param name="timeout">For all of it.</param>
internal sealed class ProbeSmoke(TimeSpan timeout) : ISmokeSuite
{
    public async Task<SmokeReport> RunAsync(SmokeTarget target, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(timeout);
        var run = new SmokeRun(TimeProvider.System, deadline.Token);
        using var client = new SmokeClient(target.ReleaseId);
        await run.CheckAsync("api", async stop => (await client.SendAsync(HttpMethod.Get, new Uri(target.Api, "/api/v1/ping"), 200, null, stop)).Dispose());
        await run.CheckAsync("web", async stop => (await client.SendAsync(HttpMethod.Get, target.Web, 200, null, stop)).Dispose());
        await run.CheckAsync(WorkerHeartbeat.Name, new WorkerHeartbeat(target.Api, client, target.ReleaseId).CheckAsync);
        cancellation.ThrowIfCancellationRequested();
        return new SmokeReport { Address = target.Api, ReleaseId = target.ReleaseId, Checks = run.InOrder(["api", "web", WorkerHeartbeat.Name]), Milliseconds = 0, Reached = true };
    }
}
