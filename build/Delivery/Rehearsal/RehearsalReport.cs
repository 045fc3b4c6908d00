using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Rehearsal;

/// <summary>Whether a release can be deployed and taken back.</summary>
public sealed record RehearsalReport : IReport
{
    /// <summary>The version of the JSON: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The environment whose release was taken.</summary>
    public required string Environment { get; init; }

    /// <summary>N: what serves there now.</summary>
    public required string From { get; init; }

    /// <summary>N + 1: what is to be deployed next.</summary>
    public required string To { get; init; }

    /// <summary>The migrations between the two, oldest first.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>What was done, in its order.</summary>
    public required IReadOnlyList<RehearsalStep> Steps { get; init; }

    /// <summary>Rows that customers had before, by table, on the schema of N: of the tables that N + 1 counts, those that N has.</summary>
    public IReadOnlyDictionary<string, int>? RowsBefore { get; init; }

    /// <summary>Rows that they have afterwards; where the schema stays, also those of tables that only N + 1 has, which are not compared.</summary>
    public IReadOnlyDictionary<string, int>? RowsAfter { get; init; }

    /// <inheritdoc/>
    public required ExitCode ExitCode { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Summary => Steps.FirstOrDefault(step => step.Verdict == "fail") is { } failed
        ? $"{To} cannot be put into service and taken back: {failed.Name}: {failed.Remark}"
        : $"{From} -> {To} -> {From} works.";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RehearsalReport))]
internal sealed partial class RehearsalJson : JsonSerializerContext;
