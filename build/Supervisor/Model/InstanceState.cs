using System.Text.Json.Serialization;

namespace FinanceHub.Supervisor;

/// <summary>Where a supervised instance is in its life.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstanceState>))]
public enum InstanceState
{
    /// <summary>The program was started and has not yet answered as ready with the expected release.</summary>
    [JsonStringEnumMemberName("starting")]
    Starting,

    /// <summary>The program runs and was ready.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>The program ended unasked and waits for its next start.</summary>
    [JsonStringEnumMemberName("backoff")]
    Backoff,

    /// <summary>The program ended too often; nothing is started again until a reload or a stop.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>SIGTERM was received and passed on; the program finishes its work.</summary>
    [JsonStringEnumMemberName("stopping")]
    Stopping,

    /// <summary>The program ended as asked and the supervisor is gone.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,
}
