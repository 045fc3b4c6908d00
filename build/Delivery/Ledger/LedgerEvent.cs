using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Ledger;

/// <summary>What a row records.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerEvent>))]
public enum LedgerEvent
{
    /// <summary>A deploy took the lock.</summary>
    [JsonStringEnumMemberName("deploy-started")]
    DeployStarted,

    /// <summary>The release serves and passed its smoke suite.</summary>
    [JsonStringEnumMemberName("deploy-succeeded")]
    DeploySucceeded,

    /// <summary>The release does not serve; what served before still does. If it failed its bake it is bad from here on.</summary>
    [JsonStringEnumMemberName("deploy-failed")]
    DeployFailed,

    /// <summary>A rollback took the lock.</summary>
    [JsonStringEnumMemberName("rollback-started")]
    RollbackStarted,

    /// <summary>The earlier release serves again; the one that was left is bad from here on.</summary>
    [JsonStringEnumMemberName("rollback-succeeded")]
    RollbackSucceeded,

    /// <summary>The earlier release could not be brought back; what served before still does.</summary>
    [JsonStringEnumMemberName("rollback-failed")]
    RollbackFailed,

    /// <summary>What rollbacks held may be deployed again.</summary>
    [JsonStringEnumMemberName("hold-lifted")]
    HoldLifted,

    /// <summary>A holder of the lease was fenced off on request.</summary>
    [JsonStringEnumMemberName("unlocked")]
    Unlocked,

    /// <summary>Everything was stopped on request.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>The demo account was added.</summary>
    [JsonStringEnumMemberName("seeded")]
    Seeded,

    /// <summary>Something that only later versions of the build know.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
