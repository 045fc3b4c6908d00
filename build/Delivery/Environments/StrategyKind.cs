using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Environments;

/// <summary>How a new release gets the traffic.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StrategyKind>))]
public enum StrategyKind
{
    /// <summary>All of it in one moment.</summary>
    [JsonStringEnumMemberName("all-at-once")]
    AllAtOnce,

    /// <summary>In steps that are written down, each watched.</summary>
    [JsonStringEnumMemberName("canary")]
    Canary,

    /// <summary>In equal steps, each watched.</summary>
    [JsonStringEnumMemberName("linear")]
    Linear,
}
