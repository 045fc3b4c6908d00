using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Environments;

/// <summary>Which commands ask before they change an environment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConfirmationPolicy>))]
public enum ConfirmationPolicy
{
    /// <summary>None: nobody else is affected.</summary>
    [JsonStringEnumMemberName("never")]
    Never,

    /// <summary>A rollback.</summary>
    [JsonStringEnumMemberName("rollback")]
    Rollback,

    /// <summary>A deploy too.</summary>
    [JsonStringEnumMemberName("always")]
    Always,
}
