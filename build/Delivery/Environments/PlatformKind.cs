using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Environments;

/// <summary>Where a release runs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlatformKind>))]
public enum PlatformKind
{
    /// <summary>Processes of this machine; nothing needed but .NET.</summary>
    [JsonStringEnumMemberName("process")]
    Process,
}
