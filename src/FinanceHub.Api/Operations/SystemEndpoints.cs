using FinanceHub.Data.Workers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Operations;

/// <summary>What operators and the delivery ask; nothing of it belongs to a user.</summary>
internal static class SystemEndpoints
{
    public static void MapSystem(this IEndpointRouteBuilder routes) => routes.MapGet("/system/workers", WorkersAsync);

    private static async Task<Ok<IReadOnlyList<WorkerResponse>>> WorkersAsync(WorkerHeartbeatStore store, CancellationToken cancellation)
    {
        var beats = await store.ListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<WorkerResponse>>([.. beats.Select(WorkerResponse.Of)]);
    }
}

internal sealed record WorkerResponse(string InstanceId, string ReleaseId, long Beats, DateTime LastBeatAt)
{
    public static WorkerResponse Of(WorkerHeartbeatEntity beat) => new(beat.InstanceId, beat.ReleaseId, beat.Beats, beat.LastBeatAt);
}
