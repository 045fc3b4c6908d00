using System.Text.Json;

namespace FinanceHub.Delivery.Smoke;

/// <summary>A worker has no page to look at: it works if the count of its heartbeats in the database moves.</summary>
internal sealed class WorkerHeartbeat(Uri api, SmokeClient client, string? releaseId)
{
    public const string Name = "worker heartbeat";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    public async Task CheckAsync(CancellationToken cancellation)
    {
        var first = new Dictionary<string, long>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                foreach (var (instance, beats) in await BeatsAsync(cancellation))
                {
                    if (beats > first.GetValueOrDefault(instance, long.MaxValue))
                    {
                        return;
                    }

                    first.TryAdd(instance, beats);
                }

                await Task.Delay(Interval, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            throw new SmokeMismatchException(first.Count == 0
                ? $"no worker {(releaseId is null ? "" : $"of {releaseId} ")}has ever reported"
                : $"the heartbeat of {string.Join(", ", first.Keys)} does not move");
        }
    }

    private async Task<IReadOnlyList<(string Instance, long Beats)>> BeatsAsync(CancellationToken cancellation)
    {
        var workers = await client.JsonAsync(HttpMethod.Get, new Uri(api, "/api/v1/system/workers"), 200, null, cancellation);
        return
        [
            .. from worker in workers.EnumerateArray()
               where releaseId is null || worker.GetProperty("releaseId").GetString() == releaseId
               select (worker.GetProperty("instanceId").ToString(), worker.GetProperty("beats").GetInt64()),
        ];
    }
}
