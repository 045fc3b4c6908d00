using System.Text.Json.Serialization;
using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.History;

/// <summary>What happened to an environment.</summary>
public sealed record HistoryReport : IReport
{
    /// <summary>The version of the JSON: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>The rows that were asked for, oldest first; those before a fault only.</summary>
    public required IReadOnlyList<LedgerRow> Rows { get; init; }

    /// <summary>How many sound rows there are.</summary>
    public required int TotalRows { get; init; }

    /// <summary>Where the chain is broken, and how; null if it is not.</summary>
    public string? Fault { get; init; }

    /// <summary>Bytes of an unfinished last line; not a fault: its writer died.</summary>
    public int TornBytes { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public ExitCode ExitCode => Fault is null ? ExitCode.Success : ExitCode.Failed;

    /// <inheritdoc/>
    [JsonIgnore]
    public string Summary => Fault is null
        ? $"The ledger of '{Environment}' is sound: {TotalRows} rows, each chained to the one before{(TornBytes > 0 ? "; a torn last line is ignored, its writer died" : "")}."
        : $"The ledger cannot be trusted: {Fault}. Restore the file, or move it away to start a new history.";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HistoryReport))]
internal sealed partial class HistoryJson : JsonSerializerContext;
