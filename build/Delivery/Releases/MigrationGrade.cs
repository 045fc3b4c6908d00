using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Releases;

/// <summary>What going back over a migration takes, from the least to the worst; the database tool of the release says it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MigrationVerdict>))]
public enum MigrationVerdict
{
    /// <summary>The release before works on the newer schema.</summary>
    [JsonStringEnumMemberName("safe")]
    Safe,

    /// <summary>The release before does not work on the newer schema: the migration must be taken back.</summary>
    [JsonStringEnumMemberName("needs-down")]
    NeedsDown,

    /// <summary>Something is gone that no migration brings back.</summary>
    [JsonStringEnumMemberName("one-way")]
    OneWay,
}

/// <summary>The grade of one migration.</summary>
/// <param name="Id">The migration.</param>
/// <param name="Verdict">The worst of what it does.</param>
/// <param name="Reasons">Why it is not safe; none if it is.</param>
public sealed record MigrationGrade(string Id, MigrationVerdict Verdict, IReadOnlyList<string> Reasons)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Id} is {Name(Verdict)}{(Reasons.Count == 0 ? "" : $": {string.Join("; ", Reasons)}")}";

    /// <summary>A verdict as it is written everywhere.</summary>
    public static string Name(MigrationVerdict verdict) => verdict switch
    {
        MigrationVerdict.Safe => "safe",
        MigrationVerdict.NeedsDown => "needs-down",
        _ => "one-way",
    };
}
