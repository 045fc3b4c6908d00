using System.Text.Json.Serialization;

namespace FinanceHub.Supervisor;

/// <summary>Whether a reload replaced the program.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReloadOutcome>))]
public enum ReloadOutcome
{
    /// <summary>The new generation serves; the old one was told to finish.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>The new generation was ended; the old one serves as before.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>Outcome of one reload.</summary>
/// <param name="Generation">Number of the generation that was tried.</param>
/// <param name="Outcome">Whether it serves now.</param>
/// <param name="Reason">Why it does not, one sentence; <see langword="null"/> when it does.</param>
public sealed record ReloadStatus(int Generation, ReloadOutcome Outcome, string? Reason);
