using System.Text.Json.Serialization;
using FinanceHub.Delivery.Locking;

namespace FinanceHub.Delivery.Status;

/// <summary>What runs in an environment.</summary>
public sealed record StatusReport : IReport
{
    /// <summary>The version of the JSON: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>Where customers come in; null if nothing is deployed.</summary>
    public Uri? Address { get; init; }

    /// <summary>The release that the gateway routes to; null if none.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>Its commit.</summary>
    public string? Commit { get; init; }

    /// <summary>When it came into service, UTC, as the ledger says.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The gateway and the hosts of the release.</summary>
    public required IReadOnlyList<ServiceStatus> Services { get; init; }

    /// <summary>Whether Rollback would work now, and what it would bring back; null if nothing was ever deployed.</summary>
    public RollbackReadiness? Rollback { get; init; }

    /// <summary>What a rollback or a failed bake holds; null if nothing is held.</summary>
    public string? Hold { get; init; }

    /// <summary>What is kept running without traffic for Rollback.</summary>
    public required IReadOnlyList<ServiceStatus> Standby { get; init; }

    /// <summary>Hosts of another release that has a share of the traffic.</summary>
    public required IReadOnlyList<ServiceStatus> Shifting { get; init; }

    /// <summary>The share of the clients that <see cref="Shifting"/> gets, in percent; null if nobody else has one.</summary>
    public int? ShiftingWeight { get; init; }

    /// <summary>Instances that a killed command left.</summary>
    public required IReadOnlyList<ServiceStatus> Leftovers { get; init; }

    /// <summary>Who changes the environment right now; null if nobody does.</summary>
    public Lease? Lock { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public ExitCode ExitCode => ReleaseId is null || Services.All(service => !service.Alive) ? ExitCode.NotDeployed
        : Services.All(service => service is { Alive: true, State: "running" }) ? ExitCode.Success
        : ExitCode.Failed;

    /// <inheritdoc/>
    [JsonIgnore]
    public string Summary => ExitCode switch
    {
        ExitCode.NotDeployed => $"Nothing runs in '{Environment}'. Start it: ./build.sh Deploy --env {Environment}",
        ExitCode.Failed => $"'{Environment}' is degraded: {string.Join(", ", Services.Where(service => service is not { Alive: true, State: "running" }).Select(service => $"{service.Service} is {service.State}"))}. See ./build.sh Logs --env {Environment}",
        _ => $"'{Environment}' runs {ReleaseId} at {Address}.",
    };
}

/// <summary>One instance.</summary>
public sealed record ServiceStatus
{
    /// <summary>api, web, worker or gateway.</summary>
    public required string Service { get; init; }

    /// <summary>The release whose files it runs from; an unchanged gateway stays on an older one.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>starting, running, backoff, failed, stopping or stopped; "gone" if its supervisor was killed.</summary>
    public required string State { get; init; }

    /// <summary>Whether its supervisor lives.</summary>
    public required bool Alive { get; init; }

    /// <summary>The host's process.</summary>
    public int? ProcessId { get; init; }

    /// <summary>The port that it listens on.</summary>
    public int? Port { get; init; }

    /// <summary>Seconds in its present state.</summary>
    public double? UptimeSeconds { get; init; }

    /// <summary>Restarts after crashes.</summary>
    public int Restarts { get; init; }

    /// <summary>Resident memory in bytes.</summary>
    public long? MemoryBytes { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(StatusReport))]
internal sealed partial class StatusJson : JsonSerializerContext;
