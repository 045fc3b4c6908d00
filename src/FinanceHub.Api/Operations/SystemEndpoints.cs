using FinanceHub.Data.Jobs;
using FinanceHub.Data.Workers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Operations;

/// <summary>What operators and the delivery ask; nothing of it belongs to a user.</summary>
internal static class SystemEndpoints
{
    public static void MapSystem(this IEndpointRouteBuilder routes)
    {
        var system = routes.MapGroup("/system");
        system.MapGet("/workers", WorkersAsync);
        system.MapGet("/jobs", JobsAsync);
    }

    private static async Task<Ok<IReadOnlyList<WorkerResponse>>> WorkersAsync(WorkerHeartbeatStore store, CancellationToken cancellation)
    {
        var beats = await store.ListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<WorkerResponse>>([.. beats.Select(WorkerResponse.Of)]);
    }

    private static async Task<Ok<IReadOnlyList<JobResponse>>> JobsAsync(JobRunReader reader, CancellationToken cancellation)
    {
        var runs = await reader.ListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<JobResponse>>([.. runs.Select(JobResponse.Of)]);
    }
}

internal sealed record WorkerResponse(string InstanceId, string ReleaseId, long Beats, DateTime LastBeatAt)
{
    public static WorkerResponse Of(WorkerHeartbeatEntity beat) => new(beat.InstanceId, beat.ReleaseId, beat.Beats, beat.LastBeatAt);
}

/// <summary>The last run of a job.</summary>
internal sealed record JobResponse
{
    public required string Kind { get; init; }

    /// <summary>What it is done for; empty if for everything.</summary>
    public required string Subject { get; init; }

    /// <summary>RUNNING, SUCCEEDED or FAILED.</summary>
    public required string Outcome { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime? FinishedAt { get; init; }

    public required DateTime? SucceededAt { get; init; }

    /// <summary>Null while it runs.</summary>
    public required long? DurationMs { get; init; }

    public required long Runs { get; init; }

    /// <summary>Since it last succeeded.</summary>
    public required int Failures { get; init; }

    public required string? Message { get; init; }

    public required string InstanceId { get; init; }

    public static JobResponse Of(JobRunEntity run) => new()
    {
        Kind = run.Kind,
        Subject = run.Subject,
        Outcome = run.Outcome.ToString().ToUpperInvariant(),
        StartedAt = run.StartedAt,
        FinishedAt = run.FinishedAt,
        SucceededAt = run.SucceededAt,
        DurationMs = run.FinishedAt is { } finished ? (long)(finished - run.StartedAt).TotalMilliseconds : null,
        Runs = run.Runs,
        Failures = run.Failures,
        Message = run.Message,
        InstanceId = run.InstanceId,
    };
}
