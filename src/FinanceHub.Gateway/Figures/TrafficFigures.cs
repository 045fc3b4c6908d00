using System.Collections.Concurrent;
using System.Text.Json.Serialization;

namespace FinanceHub.Gateway.Figures;

/// <summary>The counters of every release that got a request since the gateway started; a few hundred bytes each.</summary>
internal sealed class TrafficFigures
{
    private readonly ConcurrentDictionary<string, ReleaseCounters> _releases = new(StringComparer.Ordinal);

    internal ReleaseCounters Of(string releaseId) => _releases.GetOrAdd(releaseId, static _ => new ReleaseCounters());

    internal TrafficReport Report() => new(ReleaseCounters.Bounds, _releases.ToDictionary(release => release.Key, release => release.Value.Report()));
}

/// <summary>What the gateway counted since it started.</summary>
/// <param name="LatencyBounds">Upper ends of the latency classes in milliseconds.</param>
/// <param name="Releases">By release.</param>
internal sealed record TrafficReport(IReadOnlyList<double> LatencyBounds, IReadOnlyDictionary<string, ReleaseReport> Releases);

/// <summary>The requests of one release.</summary>
/// <param name="Requests">All that it answered or failed to.</param>
/// <param name="Errors">Those that it answered with 5xx or not at all.</param>
/// <param name="Latency">How many fell into each class; one more than there are bounds.</param>
internal sealed record ReleaseReport(long Requests, long Errors, IReadOnlyList<long> Latency);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrafficReport))]
internal sealed partial class FiguresJson : JsonSerializerContext;
