using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Bakes;

/// <summary>What watching a new release under traffic has shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BakeVerdict>))]
public enum BakeVerdict
{
    /// <summary>It does no worse than allowed.</summary>
    [JsonStringEnumMemberName("pass")]
    Pass,

    /// <summary>It does worse than allowed.</summary>
    [JsonStringEnumMemberName("breach")]
    Breach,

    /// <summary>Nothing: there was too little to judge by. Never counts as a pass.</summary>
    [JsonStringEnumMemberName("not-evaluated")]
    NotEvaluated,
}
