using System.Text.Json.Serialization;

namespace FinanceHub.Database.Grading;

/// <summary>What going back from a migration would take, from the least to the worst.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MigrationVerdict>))]
internal enum MigrationVerdict
{
    /// <summary>The release before works on the newer schema: nothing has to be taken back.</summary>
    [JsonStringEnumMemberName("safe")]
    Safe,

    /// <summary>The release before does not work on the newer schema, and taking it back loses nothing that it knows.</summary>
    [JsonStringEnumMemberName("needs-down")]
    NeedsDown,

    /// <summary>Something is gone that no migration brings back.</summary>
    [JsonStringEnumMemberName("one-way")]
    OneWay,
}

/// <summary>What a migration means for a rollback.</summary>
/// <param name="Id">The migration.</param>
/// <param name="Verdict">The worst of its operations.</param>
/// <param name="Reasons">Why it is not safe, one sentence for each operation; none if it is.</param>
/// <param name="Warnings">What is allowed and unwise: locks that a busy table feels, a Down that takes back less than Up did.</param>
internal sealed record MigrationGrade(string Id, MigrationVerdict Verdict, IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings);
