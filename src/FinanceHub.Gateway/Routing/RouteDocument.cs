using System.Text.Json.Serialization;
using FinanceHub.ServiceDefaults;

namespace FinanceHub.Gateway.Routing;

/// <summary>Routes as the deployer puts them.</summary>
internal sealed record RouteDocument
{
    /// <summary>Release that these routes serve.</summary>
    public string? ReleaseId { get; set; }

    /// <summary>Destinations by cluster: <c>api</c> and <c>web</c>.</summary>
    public Dictionary<string, List<DestinationDocument>> Clusters { get; set; } = [];
}

/// <summary>One destination as the deployer puts it.</summary>
internal sealed record DestinationDocument
{
    /// <summary>Absolute http address without a path.</summary>
    public string? Address { get; set; }

    /// <summary>Share of the requests relative to the cluster's other destinations, 0 to 100.</summary>
    public int Weight { get; set; } = 100;

    /// <summary>Release that runs there.</summary>
    public string? ReleaseId { get; set; }
}

/// <summary>Routes as they are stored.</summary>
internal sealed record StoredRoutes(long Revision, RouteDocument Routes);

/// <summary>Routes as the gateway reports them.</summary>
/// <param name="ReleaseId">Release that is served, <see langword="null"/> before the first routes.</param>
/// <param name="Revision">Grows with each change, also across restarts.</param>
/// <param name="Persisted">Whether a restart would bring these routes back.</param>
/// <param name="Clusters">Destinations by cluster.</param>
/// <param name="Draining">Destinations that get no new requests and still work on earlier ones.</param>
internal sealed record RouteReport(
    string? ReleaseId,
    long Revision,
    bool Persisted,
    IReadOnlyDictionary<string, IReadOnlyList<DestinationReport>> Clusters,
    IReadOnlyList<DrainingReport> Draining);

/// <summary>One destination as the gateway reports it.</summary>
internal sealed record DestinationReport(string Address, int Weight, string ReleaseId, int InFlight);

/// <summary>One destination that drains.</summary>
internal sealed record DrainingReport(string Cluster, string Address, string ReleaseId, int InFlight);

/// <summary>The gateway's own version and what it serves.</summary>
internal sealed record VersionReport(string ServiceId, string Version, string Commit, string ReleaseId, string? ServingReleaseId, FeatureOptions Features);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RouteDocument))]
[JsonSerializable(typeof(StoredRoutes))]
[JsonSerializable(typeof(RouteReport))]
[JsonSerializable(typeof(VersionReport))]
[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class GatewayJson : JsonSerializerContext;
